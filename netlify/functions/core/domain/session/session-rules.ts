import { addDays } from '#domain/calendar/days-between.js'
import { type Fault, refuse } from '#domain/refusal.js'
import type { CompletedSession, Moment, PlannedSession, Session, SessionInProgress } from './session.js'

/**
 * Days that a session's date may lie ahead: a traveller's date can be a day ahead of the zone in
 * the profile.
 */
const daysAheadMax = 1

/** Milliseconds that a client's clock may be ahead of the server's. */
const clockToleranceMs = 5 * 60_000

/**
 * Refuses with DATE_IN_FUTURE when work is claimed for a day that lies more than a day ahead in the
 * athlete's zone.
 */
export function assertDayHasCome(date: string, { today }: Moment): void {
  if (date <= addDays(today, daysAheadMax)) return
  refuse('DATE_IN_FUTURE', `The session is planned for ${date}, and today is ${today}: reschedule it to train it now.`)
}

/** Returns a fault when an instant lies more than five minutes in the future. */
export function futureFaults(given: string | undefined, { now }: Moment): Fault[] {
  if (given === undefined || Date.parse(given) <= now.getTime() + clockToleranceMs) return []
  return [{ pointer: '/completedAt', code: 'IN_FUTURE', detail: 'lies in the future' }]
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
