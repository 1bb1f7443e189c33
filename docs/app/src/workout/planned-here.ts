import type { Input, NextWorkout, RecommendedExercise, WarmUpStep } from '@calistheniq/client'

type Plan = Input<'sessions.create'>['body'] & { readonly id: string }
type PlanExercise = Input<'sessions.addExercise'>['body']

/** What of a recommendation is planned. */
type Recommended = Pick<NextWorkout, 'exercises' | 'warmUp' | 'placeId' | 'totalMinutes'>

/**
 * The session that `workouts.acceptNext` would plan, made on this device from what the coach said
 * last; on a day of recovery its mobility.
 *
 * @param newId makes the ids, so that sets can be logged before the API has heard of them.
 */
export function plannedHere(
  { exercises, warmUp, placeId, totalMinutes }: Recommended,
  when: { readonly date: string; readonly time?: string },
  newId: () => string,
): Plan {
  const isShared = (block: number) => exercises.filter((other) => other.block === block).length > 1
  const planned = exercises.map((exercise) => ({
    id: newId(),
    ...exercisePlan(exercise),
    // an exercise on its own is done in turn with nothing
    ...(isShared(exercise.block) ? { group: exercise.block } : {}),
  }))
  const mobility = warmUp.flatMap(mobilityPlan).map((exercise) => ({ id: newId(), ...exercise }))
  const durationMinutes = Math.ceil(totalMinutes) || null
  return { id: newId(), ...when, placeId, durationMinutes, exercises: [...planned, ...mobility] }
}

function exercisePlan({ exercise, sets, tempo, restSeconds, modifier }: RecommendedExercise): PlanExercise {
  return { exercise: exercise.slug, sets, tempo, restSeconds, modifier: modifier.modifier }
}

function mobilityPlan({ kind, exercise, sets }: WarmUpStep): PlanExercise[] {
  return kind === 'mobility' && exercise ? [{ exercise: exercise.slug, sets }] : []
}
