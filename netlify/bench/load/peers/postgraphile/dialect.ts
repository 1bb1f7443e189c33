import type { Ask, Athlete, WireRequest } from '../../operations/ask.js'
import { bearer } from '../../operations/our-dialect.js'
import * as documents from './documents.js'

/** Asks in GraphQL: the text is always the same, so that it is planned once, and the rest are variables. */
export function graphqlDialect(ask: Ask): WireRequest | null {
  switch (ask.operation) {
    case 'library-list':
      return asked(documents.libraryList, { category: ask.category, level: ask.level })
    case 'exercise':
      return asked(documents.exercise, { slug: ask.slug })
    case 'week':
      return asked(documents.week, { from: ask.week.from, to: ask.week.to }, ask.athlete)
    case 'session':
      return asked(documents.session, { id: ask.id }, ask.athlete)
    case 'create-session':
      return asked(documents.planSession, { athlete: ask.athlete.id, day: ask.date }, ask.athlete)
    case 'log-set': {
      const exerciseSetLog = {
        ...{ sessionExerciseId: ask.exerciseId, userId: ask.athlete.id, setNumber: ask.setNumber },
        ...{ actualReps: 8, perceivedEffort: '8' },
      }
      return asked(documents.logSet, { input: { exerciseSetLog } }, ask.athlete)
    }
    case 'complete-session': {
      const workoutSessionPatch = { status: 'completed', completedAt: new Date().toISOString() }
      return asked(documents.completeSession, { input: { rowId: ask.id, workoutSessionPatch } }, ask.athlete)
    }
    default:
      return null
  }
}

function asked(query: string, variables: object, athlete?: Athlete): WireRequest {
  const headers = { ...(athlete ? bearer(athlete) : {}), 'content-type': 'application/json' }
  return { method: 'POST', path: '/graphql', headers, body: JSON.stringify({ query, variables }) }
}
