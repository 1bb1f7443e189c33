import { revise } from '#domain/session/revise.js'
import type { Session, SessionExercise } from '#domain/session/session.js'
import { sessionEvents } from '#domain/session/session-events.js'
import { exerciseOf } from '#domain/session/session-exercises.js'
import type { Commit } from '#orchestration/commit.js'
import type { Context } from '#orchestration/context.js'
import { updateStatements } from '#orchestration/sessions/support/save-session.js'
import type { LightenedSession } from './deload.schema.js'

/**
 * Plans the writes that make planned sessions lighter; those that stay the very same object are
 * left alone.
 */
export function lightenSessions(
  context: Context,
  sessions: readonly Session[],
  lighter: (session: Session) => Session,
): Commit<LightenedSession[]> {
  const changes = sessions.map((before) => ({ before, after: revise(before, lighter(before), context.now) }))
  const changed = changes.filter(({ before, after }) => before !== after)
  return {
    statements: changed.flatMap(({ before, after }) => updateStatements(context, before, after)),
    events: changed.flatMap(({ before, after }) => sessionEvents(before, after, context)),
    output: changed.map(({ before, after }) => presentChange(before, after)),
  }
}

function presentChange(before: Session, after: Session): LightenedSession {
  const exercises = after.exercises.flatMap((item) => {
    const was = exerciseOf(before, item.id)
    return was === item ? [] : [presentExercise(was, item)]
  })
  return { id: after.id, date: after.date, version: after.version, exercises }
}

function presentExercise(before: SessionExercise, after: SessionExercise): LightenedSession['exercises'][number] {
  const { id, slug, name } = after.exercise
  return {
    sessionExerciseId: after.id,
    exercise: { id, slug, name },
    setsBefore: before.planned.sets.length,
    setsAfter: after.planned.sets.length,
  }
}
