import { refuse, refuseFaults } from '#domain/refusal.js'
import { patched } from '#domain/values/same-value.js'
import type {
  CompletedSession,
  Moment,
  PlannedSession,
  Session,
  SessionExercise,
  SessionInProgress,
} from './session.js'
import { type CompleteSession, durationMinutesMax, type EditSession, type RescheduleSession } from './session.schema.js'
import { assertDayHasCome, futureFaults } from './session-rules.js'
import { settled } from './set-rules.js'

/**
 * Starts a planned session. One that has begun stays as it is, so a start that arrives late does no
 * harm. Refuses with SESSION_STATE or DATE_IN_FUTURE.
 */
export function startSession(session: Session, moment: Moment): Session {
  switch (session.status) {
    case 'in_progress':
    case 'completed':
      return session
    case 'planned':
      assertDayHasCome(session.date, moment)
      return { ...session, status: 'in_progress', startedAt: moment.now.toISOString() }
    case 'skipped':
      return refuse('SESSION_STATE', 'A skipped session cannot be started: reschedule it first.')
  }
}

/**
 * Completes a session, also one that was never started, because athletes also write down their
 * training afterwards; a completed one stays as it is. Exercises whose planned sets are all logged
 * become completed. Refuses with SESSION_STATE, DATE_IN_FUTURE or INVALID_INPUT.
 */
export function completeSession(session: Session, command: CompleteSession, moment: Moment): Session {
  switch (session.status) {
    case 'completed':
      return session
    case 'planned':
    case 'in_progress':
      return completed(session, command, moment)
    case 'skipped':
      return refuse('SESSION_STATE', 'A skipped session cannot be completed: reschedule it first.')
  }
}

/**
 * Skips a session without logged sets; a skipped one stays as it is. Refuses with SESSION_STATE.
 */
export function skipSession(session: Session): Session {
  switch (session.status) {
    case 'skipped':
      return session
    case 'planned':
      return { ...session, status: 'skipped' }
    case 'in_progress': {
      if (session.exercises.some(({ sets }) => sets.length > 0))
        refuse('SESSION_STATE', 'Sets are logged, so the session cannot be skipped: complete it, or delete the sets.')
      const { startedAt: _, ...unstarted } = session
      return { ...unstarted, status: 'skipped' }
    }
    case 'completed':
      return refuse('SESSION_STATE', 'A completed session cannot be skipped.')
  }
}

/**
 * Moves a planned or skipped session to a date, on which it is planned again. Refuses with
 * SESSION_STATE.
 */
export function rescheduleSession(session: Session, { date, time }: RescheduleSession): Session {
  switch (session.status) {
    case 'planned':
      return patched(session, { date, time })
    case 'skipped':
      return patched<PlannedSession>({ ...session, status: 'planned' }, { date, time })
    case 'in_progress':
    case 'completed':
      return refuse('SESSION_STATE', 'What has begun cannot be planned anew: correct its date instead.')
  }
}

/**
 * Changes a session's date, time, level, place, duration or notes. Refuses with DATE_IN_FUTURE when that
 * would move performed work into the future.
 */
export function editSession(session: Session, patch: EditSession, moment: Moment): Session {
  const begun = session.status === 'in_progress' || session.status === 'completed'
  if (begun && patch.date !== undefined) assertDayHasCome(patch.date, moment)
  return patched<Session>(session, patch)
}

function completed(
  session: PlannedSession | SessionInProgress,
  command: CompleteSession,
  moment: Moment,
): CompletedSession {
  assertDayHasCome(session.date, moment)
  refuseFaults(futureFaults(command.completedAt, moment))
  const completedAt = command.completedAt ?? moment.now.toISOString()
  const started = session.status === 'in_progress' ? session.startedAt : null
  return {
    ...session,
    status: 'completed',
    // a session that is written down late was over before it was started here
    startedAt: started !== null && started > completedAt ? completedAt : started,
    completedAt,
    rulesVersion: moment.rules.version,
    durationMinutes: command.durationMinutes ?? minutesBetween(started, completedAt) ?? session.durationMinutes,
    notes: command.notes ?? session.notes,
    exercises: session.exercises.map(judged),
  }
}

/**
 * Returns the whole minutes from start to end; null when that cannot have been the session's
 * duration.
 */
function minutesBetween(started: string | null, ended: string): number | null {
  if (started === null || started > ended) return null
  const minutes = Math.round((Date.parse(ended) - Date.parse(started)) / 60_000)
  return minutes > durationMinutesMax ? null : minutes
}

/**
 * Completes an exercise when its planned sets are all logged, and fixes the standard of this day,
 * by which it is judged from now on.
 */
function judged(exercise: SessionExercise): SessionExercise {
  return { ...settled(exercise), standard: exercise.libraryStandard }
}
