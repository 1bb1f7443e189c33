import type { LighterSession } from '#domain/session/lighter-plan.js'
import type { SessionExercise } from '#domain/session/session.js'
import { sessionEvents } from '#domain/session/session-events.js'
import { exerciseOf } from '#domain/session/session-exercises.js'
import type { Effects } from '#orchestration/commit.js'
import type { Context } from '#orchestration/context.js'
import { updateAllStatements } from '#orchestration/sessions/support/save-session.js'
import type { LightenedSession } from './deload.schema.js'

/** Prepares the writes for planned sessions that became lighter. */
export function saveLighter(context: Context, sessions: readonly LighterSession[]): Effects {
  return {
    statements: updateAllStatements(context, sessions),
    events: sessions.flatMap(({ before, after }) => sessionEvents(before, after, context)),
  }
}

/** Presents a session that became lighter: the exercises that changed. */
export function presentLighter({ before, after }: LighterSession): LightenedSession {
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
