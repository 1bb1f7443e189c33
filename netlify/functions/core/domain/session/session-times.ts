import { type Fault, refuseFaults } from '#domain/refusal.js'
import type { CompletedSession, Moment, PlannedSession, SessionInProgress } from './session.js'
import { type CompleteSession, durationMinutesMax } from './session.schema.js'
import { futureFaults } from './session-rules.js'

/** When a session was trained: instants in RFC 3339 and UTC, the duration in minutes. */
export type SessionTimes = Pick<CompletedSession, 'startedAt' | 'completedAt' | 'durationMinutes'>

type Given = Pick<CompleteSession, 'startedAt' | 'completedAt' | 'durationMinutes'>
type Trained = PlannedSession | SessionInProgress | CompletedSession

const minuteMs = 60_000

/**
 * Tells when a session was trained, from what is said now and what was recorded before.
 *
 * - The end: as given; else start and duration together, when both are given; else what was recorded;
 *   else now.
 * - The start: as given; else what was recorded, unless the end or the duration contradicts it: a start
 *   that was sent late is no start; else the duration before the end; else the first set; else null.
 * - The duration: as given; else from start to end, when that is a minute to a day; else as planned.
 *
 * Refuses with INVALID_INPUT what lies in the future, and a start, an end and a duration that are given
 * and contradict each other. What is recorded already is never refused.
 */
export function timesOf(session: Trained, given: Given, moment: Moment): SessionTimes {
  if (session.status === 'completed' && saysNothingNew(session, given)) return timesIn(session)
  refuseFaults([
    ...futureFaults(given.startedAt, moment, '/startedAt'),
    ...futureFaults(given.completedAt, moment, '/completedAt'),
  ])
  const completedAt = endOf(session, given, moment)
  refuseFaults(contradictions(given, completedAt, moment))
  const startedAt = startOf(session, given, completedAt)
  return { startedAt, completedAt, durationMinutes: durationOf(session, given, { startedAt, completedAt }) }
}

function saysNothingNew(session: CompletedSession, given: Given): boolean {
  const { startedAt = session.startedAt, completedAt = session.completedAt, durationMinutes } = given
  return (
    startedAt === session.startedAt &&
    completedAt === session.completedAt &&
    (durationMinutes ?? session.durationMinutes) === session.durationMinutes
  )
}

function timesIn({ startedAt, completedAt, durationMinutes }: CompletedSession): SessionTimes {
  return { startedAt, completedAt, durationMinutes }
}

function endOf(session: Trained, { startedAt, completedAt, durationMinutes }: Given, { now }: Moment): string {
  if (completedAt !== undefined) return completedAt
  if (startedAt !== undefined && durationMinutes !== undefined) return after(startedAt, durationMinutes)
  if (session.status === 'completed') return session.completedAt
  const start = startedAt ?? recordedStart(session)
  const nowIs = now.toISOString()
  // a client's clock may be a little ahead
  return start !== null && start > nowIs ? start : nowIs
}

function startOf(session: Trained, { startedAt, durationMinutes }: Given, completedAt: string): string | null {
  if (startedAt !== undefined) return startedAt
  const recorded = recordedStart(session)
  if (recorded !== null && isStart(recorded, completedAt, durationMinutes)) return recorded
  if (durationMinutes !== undefined) return after(completedAt, -durationMinutes)
  return firstSetBefore(session, completedAt)
}

/** Tells whether a session of this duration can have begun then; minutes are rounded. */
function isStart(startedAt: string, completedAt: string, durationMinutes = 0): boolean {
  if (startedAt > completedAt) return false
  return minutesFrom(startedAt, completedAt) > durationMinutes - 1
}

function durationOf(
  session: Trained,
  { durationMinutes }: Given,
  { startedAt, completedAt }: Omit<SessionTimes, 'durationMinutes'>,
): number | null {
  if (durationMinutes !== undefined) return durationMinutes
  const isRecorded =
    session.status === 'completed' && session.startedAt === startedAt && session.completedAt === completedAt
  if (isRecorded || startedAt === null) return session.durationMinutes
  const minutes = Math.round(minutesFrom(startedAt, completedAt))
  // what took no time was typed in, and what took more than a day was forgotten
  return minutes < 1 || minutes > durationMinutesMax ? session.durationMinutes : minutes
}

function contradictions({ startedAt, durationMinutes }: Given, completedAt: string, moment: Moment): Fault[] {
  if (startedAt === undefined) return []
  const minutes = minutesFrom(startedAt, completedAt)
  if (minutes < 0) return [{ pointer: '/startedAt', code: 'AFTER_END', detail: `lies after the end, ${completedAt}` }]
  if (minutes > durationMinutesMax)
    return [
      { pointer: '/startedAt', code: 'OUT_OF_RANGE', detail: `lies more than a day before the end, ${completedAt}` },
    ]
  if (durationMinutes === undefined) return []
  if (durationMinutes >= minutes + 1)
    return [{ pointer: '/durationMinutes', code: 'OUT_OF_RANGE', detail: 'is longer than from start to end' }]
  return futureFaults(completedAt, moment, '/durationMinutes')
}

function recordedStart(session: Trained): string | null {
  return session.status === 'planned' ? null : session.startedAt
}

function firstSetBefore({ exercises }: Trained, completedAt: string): string | null {
  const ended = exercises.flatMap(({ sets }) => sets.map((set) => set.completedAt))
  // one that ended with the session does not tell when it began
  return ended.filter((instant) => instant < completedAt).toSorted()[0] ?? null
}

function minutesFrom(start: string, end: string): number {
  return (Date.parse(end) - Date.parse(start)) / minuteMs
}

function after(instant: string, minutes: number): string {
  return new Date(Date.parse(instant) + minutes * minuteMs).toISOString()
}
