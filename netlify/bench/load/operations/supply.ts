import { v7 as newId } from 'uuid'
import type { Targets, Trained } from '../database/targets.js'
import type { Ask, Athlete, LogSet, OpenSession, OperationName } from './ask.js'
import { yesterday } from './bodies.js'

/** Sets that are logged into one exercise of a session. */
const setsOfExercise = 4

/** Hands out one question or command after another, each about something else. */
export type Supply = () => Ask

export type Writers = { readonly athletes: readonly Athlete[]; readonly open: readonly OpenSession[] }

/** How many sets can be logged into one open session. */
export function setsIn({ exercises }: OpenSession): number {
  return exercises.length * setsOfExercise
}

/** Supplies reads of an operation, about one athlete or exercise after another. */
export function readsOf(operation: OperationName, { crowd, slugs, shelves }: Targets): Supply {
  const athlete = inTurn(crowd)
  switch (operation) {
    case 'library-list':
      return mapped(inTurn(shelves), (shelf) => ({ operation, ...shelf }))
    case 'exercise':
      return mapped(inTurn(slugs), (slug) => ({ operation, slug }))
    case 'week':
      return mapped(athlete, (one) => ({ operation, athlete: one, week: one.week }))
    case 'session':
      return mapped(inTurn(crowd.flatMap(sessionsOf)), (one) => ({ operation, ...one }))
    case 'create-session':
    case 'log-set':
    case 'log-set-blind':
    case 'complete-session':
    case 'put-session':
      throw new Error(`${operation} is a command`)
    default:
      return mapped(athlete, (one) => ({ operation, athlete: one }))
  }
}

function sessionsOf(athlete: Trained): { athlete: Athlete; id: string }[] {
  return athlete.sessions.map((id) => ({ athlete, id }))
}

/** Supplies plans of sessions, on one day after another. */
export function plans(athletes: readonly Athlete[]): Supply {
  let made = 0
  return mapped(inTurn(athletes), (athlete) => {
    made += 1
    const days = Math.floor(made / athletes.length) % 300
    const date = new Date(Date.now() + (days + 1) * 86_400_000).toISOString().slice(0, 10)
    return { operation: 'create-session', athlete, date }
  })
}

/** Supplies whole sessions of yesterday. */
export function wholeSessions(athletes: readonly Athlete[]): Supply {
  return mapped(inTurn(athletes), (athlete) => ({ operation: 'put-session', athlete, id: newId(), at: yesterday() }))
}

/**
 * Supplies sets, one session after another and in each one exercise after another, so that requests at the
 * same time are about different ones. Each set that is logged counts the version of its exercise up by one,
 * so who has read the session knows it.
 *
 * @throws Error when the open sessions are full.
 */
export function sets(operation: LogSet, open: readonly OpenSession[]): Supply {
  let given = 0
  return () => {
    const session = open[given % open.length]
    const number = Math.floor(given / open.length)
    given += 1
    const place = number % (session?.exercises.length || 1)
    const logged = Math.floor(number / (session?.exercises.length || 1))
    const exerciseId = session?.exercises[place]
    if (!session || !exerciseId || logged >= setsOfExercise)
      throw new Error(`no room for another set in ${open.length} open sessions`)
    const { athlete, id: sessionId, versions } = session
    const read = versions?.[place]
    const known = read === undefined ? {} : { version: read + logged }
    return { operation, athlete, sessionId, exerciseId, setNumber: 1 + logged, ...known }
  }
}

/**
 * Supplies completions of sessions that wait for one.
 *
 * @throws Error when none is left.
 */
export function completions(waiting: readonly { readonly athlete: Athlete; readonly id: string }[]): Supply {
  let given = 0
  return () => {
    const session = waiting[given]
    given += 1
    if (!session) throw new Error(`only ${waiting.length} sessions wait to be completed`)
    return { operation: 'complete-session', ...session }
  }
}

function inTurn<Item>(items: readonly Item[]): () => Item {
  let at = 0
  return () => {
    const item = items[at % items.length]
    at += 1
    if (item === undefined) throw new Error('the database of the bench has nothing to ask for')
    return item
  }
}

function mapped<From>(next: () => From, to: (from: From) => Ask): Supply {
  return () => to(next())
}
