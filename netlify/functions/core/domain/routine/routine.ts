import { type Fault, refuse, refuseFaults } from '#domain/refusal.js'
import { type Plannable, planFaults } from '#domain/session/plan-exercise.js'
import type { Session, SessionExercise } from '#domain/session/session.js'
import type { PlanExercise } from '#domain/session/session-exercise.schema.js'
import { changedFields } from '#domain/values/same-value.js'
import { touchedAt } from '#domain/values/touched-at.js'
import type { ChangeRoutine, Routine, RoutineExercise, WriteRoutineExercise } from './routine.schema.js'

/** What a new routine is called, and what is in it. */
type Content = Pick<Routine, 'id' | 'name' | 'notes' | 'exercises'>

export function createRoutine({ id, name, notes, exercises }: Content, now: Date): Routine {
  const at = now.toISOString()
  return { id, name, notes, exercises, version: 1, createdAt: at, updatedAt: at }
}

/**
 * Applies a merge patch; returns the names of the fields that changed, and the same routine when the
 * patch says nothing new. Refuses as `writtenExercises` does.
 */
export function changeRoutine(
  routine: Routine,
  { exercises, ...others }: ChangeRoutine,
  library: Plannable,
  now: Date,
): { readonly routine: Routine; readonly fields: readonly string[] } {
  const patch: Partial<Routine> = { ...others, ...(exercises && { exercises: writtenExercises(exercises, library) }) }
  const fields = changedFields(routine, patch)
  if (fields.length === 0) return { routine, fields }
  const updatedAt = touchedAt(now, routine.updatedAt)
  return { routine: { ...routine, ...patch, version: routine.version + 1, updatedAt }, fields }
}

/**
 * Returns exercises as a routine keeps them. Refuses with METRIC_MISMATCH or INVALID_INPUT, naming
 * everything that is wrong at once.
 */
export function writtenExercises(given: readonly WriteRoutineExercise[], library: Plannable): RoutineExercise[] {
  refuseFaults(given.flatMap((item, index) => planFaults(planItemOf(item), library, `/exercises/${index}`)))
  return given.flatMap((item): RoutineExercise[] => {
    const { sets = null, modifier = 'none', tempo = null, restSeconds = null, notes = null, group = null } = item
    const exercise = library.get(item.exercise)?.exercise
    return exercise ? [{ exercise, sets, modifier, tempo, restSeconds, notes, group }] : []
  })
}

/** Returns what a routine, or a request to write one, says of an exercise as a request to plan it. */
export function planItemOf(item: WriteRoutineExercise): PlanExercise {
  return {
    exercise: item.exercise,
    sets: item.sets ?? undefined,
    modifier: item.modifier,
    tempo: item.tempo ?? undefined,
    restSeconds: item.restSeconds ?? undefined,
    notes: item.notes ?? undefined,
    group: item.group ?? undefined,
  }
}

/**
 * Returns the exercises of a session as they were planned, whatever became of it. Refuses with
 * INVALID_INPUT a session that the athlete does not have, and one without exercises.
 */
export function exercisesOfPlan(session: Session | null): RoutineExercise[] {
  if (session === null) return refuseSession('SESSION_NOT_FOUND', 'is none of your sessions')
  if (session.exercises.length === 0) return refuseSession('NO_EXERCISES', 'has no exercises')
  return session.exercises.map(({ exercise, planned }: SessionExercise) => ({ exercise, ...planned }))
}

function refuseSession(code: string, detail: string): never {
  const fault: Fault = { pointer: '/fromSession', code, detail }
  return refuse('INVALID_INPUT', 'No routine can be made from this session.', [fault])
}
