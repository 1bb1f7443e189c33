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
import type { CompleteSession, EditSession, RescheduleSession, StartSession } from './session.schema.js'
import { assertDayHasCome, assertSomethingDone, futureFaults } from './session-rules.js'
import { timesOf } from './session-times.js'
import { settled } from './set-rules.js'

/**
 * Starts a planned session, now or at the instant that is given. One that has begun stays as it is, so
 * a start that arrives late does no harm; an instant corrects when it began. Refuses with SESSION_STATE,
 * DATE_IN_FUTURE or INVALID_INPUT.
 */
export function startSession(session: Session, { startedAt }: StartSession, moment: Moment): Session {
  refuseFaults(futureFaults(startedAt, moment, '/startedAt'))
  switch (session.status) {
    case 'in_progress':
      return patched(session, { startedAt })
    case 'completed':
      return startedAt === undefined ? session : patched(session, timesOf(session, { startedAt }, moment))
    case 'planned':
      assertDayHasCome(session.date, moment)
      return {
        ...session,
        status: 'in_progress',
        startedAt: startedAt ?? moment.now.toISOString(),
        rulesVersion: null,
      }
    case 'skipped':
      return refuse('SESSION_STATE', 'A skipped session cannot be started: reopen or reschedule it first.')
  }
}

/**
 * Completes a session, also one that was never started, because athletes also write down their
 * training afterwards. Exercises whose planned sets are all logged become completed. Of a completed
 * session, what is given corrects its times and notes. Refuses with SESSION_STATE, DATE_IN_FUTURE,
 * NOTHING_LOGGED or INVALID_INPUT.
 */
export function completeSession(session: Session, command: CompleteSession, moment: Moment): Session {
  switch (session.status) {
    case 'completed':
      return patched(session, { ...timesOf(session, command, moment), notes: command.notes })
    case 'planned':
      assertDayHasCome(session.date, moment)
      return completed(session, command, moment)
    case 'in_progress':
      return completed(session, command, moment)
    case 'skipped':
      return refuse('SESSION_STATE', 'A skipped session cannot be completed: reopen or reschedule it first.')
  }
}

/**
 * Takes back how a session ended: a completed one is in progress again with all that was logged, and a
 * skipped one is planned again. A session that is open stays as it is.
 *
 * A reopened session remembers its rules and standards, so that completing it again judges it as before.
 */
export function reopenSession(session: Session): Session {
  switch (session.status) {
    case 'planned':
    case 'in_progress':
      return session
    case 'skipped':
      return { ...session, status: 'planned' }
    case 'completed': {
      const { completedAt, ...open } = session
      return { ...open, status: 'in_progress', startedAt: session.startedAt ?? completedAt }
    }
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
      const { startedAt: _, rulesVersion: __, ...unstarted } = session
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
  if (begun && patch.date !== undefined && patch.date !== session.date) assertDayHasCome(patch.date, moment)
  return patched<Session>(session, patch)
}

function completed(
  session: PlannedSession | SessionInProgress,
  command: CompleteSession,
  moment: Moment,
): CompletedSession {
  const times = timesOf(session, command, moment)
  assertSomethingDone(session, command.withoutSets)
  return {
    ...session,
    ...times,
    status: 'completed',
    rulesVersion: (session.status === 'in_progress' ? session.rulesVersion : null) ?? moment.rules.version,
    notes: command.notes ?? session.notes,
    exercises: session.exercises.map(judged),
  }
}

/**
 * Completes an exercise when its planned sets are all logged, and fixes the standard of this day,
 * by which it is judged from now on; a reopened one keeps its standard.
 */
function judged(exercise: SessionExercise): SessionExercise {
  return { ...settled(exercise), standard: exercise.standard ?? exercise.libraryStandard }
}
