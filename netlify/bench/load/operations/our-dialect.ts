import type { Ask, Athlete, WireRequest } from './ask.js'
import { plannedExercises, wholeSession } from './bodies.js'

/** Asks as our API is asked; the floor and the peers that are written by hand are asked the same way. */
export function ourDialect(ask: Ask): WireRequest {
  switch (ask.operation) {
    case 'library-list':
      return read(`/exercises?category=${ask.category}&level=${ask.level}`)
    case 'exercise':
      return read(`/exercises/${ask.slug}`)
    case 'week':
      return read(`/me/weeks/${ask.week.name}`, ask.athlete)
    case 'session':
      return read(`/sessions/${ask.id}`, ask.athlete)
    case 'today':
    case 'next-workout':
    case 'warnings':
    case 'readiness':
    case 'goals':
    case 'export':
      return read(`/me/${ask.operation}`, ask.athlete)
    case 'estimate':
      return read('/me/levels/Push/estimate', ask.athlete)
    case 'mastery':
      return read('/me/exercises/push-up/mastery', ask.athlete)
    case 'create-session':
      return write('POST', '/sessions', ask.athlete, { date: ask.date, exercises: plannedExercises })
    case 'log-set':
    case 'log-set-blind': {
      const path = `/sessions/${ask.sessionId}/exercises/${ask.exerciseId}/sets`
      const request = write('POST', path, ask.athlete, { setNumber: ask.setNumber, reps: 8, rpe: 8 })
      if (ask.version === undefined) return request
      return { ...request, headers: { ...request.headers, 'if-match': `"${ask.version}"` } }
    }
    case 'complete-session':
      return write('POST', `/sessions/${ask.id}/complete`, ask.athlete, {})
    case 'put-session':
      return write('PUT', `/sessions/${ask.id}`, ask.athlete, wholeSession(ask.at, 'completed'))
    default:
      return ask satisfies never
  }
}

function read(path: string, athlete?: Athlete): WireRequest {
  return { method: 'GET', path: `/api/v1${path}`, headers: athlete ? bearer(athlete) : {} }
}

function write(method: 'POST' | 'PUT', path: string, athlete: Athlete, body: object): WireRequest {
  const headers = { ...bearer(athlete), 'content-type': 'application/json' }
  return { method, path: `/api/v1${path}`, headers, body: JSON.stringify(body) }
}

/** The header by which every server here learns who asks. */
export function bearer({ token }: Athlete): Readonly<Record<string, string>> {
  return { authorization: `Bearer ${token}` }
}
