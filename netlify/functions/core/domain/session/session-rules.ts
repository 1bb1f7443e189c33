import { type Fault, refuse } from '#domain/refusal.js'
import type { CompletedSession, Moment, PlannedSession, Session, SessionInProgress } from './session.js'

/** Milliseconds that a client's clock may be ahead of the server's. */
const clockToleranceMs = 5 * 60_000

/**
 * Refuses with DATE_IN_FUTURE when work is claimed for a day that has not come in the athlete's zone.
 * What has begun had its day: it stays, also when its athlete flies west over the date line.
 */
export function assertDayHasCome(date: string, { today }: Moment): void {
  if (date <= today) return
  refuse(
    'DATE_IN_FUTURE',
    `The session is on ${date}, and today is ${today} in the time zone of the profile: reschedule it to train it now.`,
  )
}

/** Returns a fault at `pointer` when an instant lies more than five minutes in the future. */
export function futureFaults(given: string | undefined, { now }: Pick<Moment, 'now'>, pointer: string): Fault[] {
  if (given === undefined || Date.parse(given) <= now.getTime() + clockToleranceMs) return []
  return [{ pointer, code: 'IN_FUTURE', detail: 'lies in the future' }]
}

/**
 * Refuses with NOTHING_LOGGED when there is nothing to complete: no set of any kind, and no exercise
 * that the athlete marked as done; unless they say that they trained without writing sets down.
 */
export function assertSomethingDone({ exercises }: Session, withoutSets = false): void {
  if (withoutSets || exercises.some(({ sets, completed }) => sets.length > 0 || completed)) return
  refuse(
    'NOTHING_LOGGED',
    'No set is logged and no exercise is marked as done: log what was done, skip the session, or complete it with "withoutSets": true.',
  )
}

/** Refuses with SESSION_NOT_OPEN when the plan can no longer be changed. */
export function assertOpen(session: Session): asserts session is PlannedSession | SessionInProgress {
  if (session.status === 'planned' || session.status === 'in_progress') return
  refuse('SESSION_NOT_OPEN', `The plan of a ${session.status} session cannot be changed.`)
}

/**
 * Refuses with SESSION_NOT_OPEN when there is no performance to write down: the session has not
 * been started, or was skipped.
 */
export function assertBegun(session: Session): asserts session is SessionInProgress | CompletedSession {
  if (session.status === 'in_progress' || session.status === 'completed') return
  refuse('SESSION_NOT_OPEN', `The session is ${session.status}: start it first.`)
}
