import { dateOf } from '#domain/coach/reading/day-number.js'
import { plannedLoadKg } from '#domain/effort/modifier.schema.js'
import type { LoggedExercise, LoggedSession } from '#domain/training/training-log.js'
import { numberedId, SessionExerciseId, SessionId, SetId } from '#domain/values/id.schema.js'
import type { DoneItem } from './perform.js'

/** Writes a session down as facts of a training log. */
export function loggedSession(day: number, items: readonly DoneItem[], rulesVersion: string): LoggedSession {
  const date = dateOf(day)
  return {
    id: numberedId(SessionId, day),
    date,
    completedAt: `${date}T18:00:00.000Z`,
    rulesVersion,
    exercises: items.map((item, index) => loggedExercise(item, 100 * day + index, index + 1)),
  }
}

function loggedExercise(item: DoneItem, number: number, order: number): LoggedExercise {
  const { exercise, modifier, targets, sets } = item
  const added = plannedLoadKg(modifier)
  return {
    id: numberedId(SessionExerciseId, number),
    exerciseId: exercise.id,
    order,
    targets,
    modifier,
    standard: { sets: exercise.defaults, difficulty: exercise.difficulty },
    sets: sets.map(({ amount, rpe }, at) => ({
      id: numberedId(SetId, 100 * number + at),
      setNumber: at + 1,
      side: null,
      kind: 'working',
      amount,
      rpe,
      weightKg: added > 0 ? added : null,
      pain: null,
      painSite: null,
    })),
  }
}
