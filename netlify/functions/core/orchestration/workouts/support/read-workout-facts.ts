import type { WorkoutFacts } from '#domain/workout/workout.js'
import type { Context } from '#orchestration/context.js'
import type { Training } from '#orchestration/training/read-training.js'
import { readTrainingWith } from '#orchestration/training/read-training-with.js'
import { listOwnPrescriptions, type OwnPrescription } from '#queries/user-exercise-configs.js'

/** How an athlete does each exercise beside its sets, by the exercise's id. */
export type PersonalPrescriptions = ReadonlyMap<string, OwnPrescription>

/** Reads an athlete's training and how they do each exercise, in one round trip. */
export async function readWorkoutFacts(context: Context) {
  const { more, ...training } = await readTrainingWith(context, [listOwnPrescriptions({ userId: context.athleteId })])
  const prescriptions = prescriptionsByExercise(more[0])
  return { training, prescriptions, facts: workoutFactsOf(context, training, prescriptions) }
}

export function prescriptionsByExercise(prescriptions: readonly OwnPrescription[]): PersonalPrescriptions {
  return new Map(prescriptions.map((prescription) => [prescription.exerciseId, prescription]))
}

/** What a workout of today is made from. */
export function workoutFactsOf(
  { athleteId }: Pick<Context, 'athleteId'>,
  { library, trainingLog, state, athlete: { today } }: Training,
  paces: PersonalPrescriptions,
): WorkoutFacts {
  return { library, trainingLog, state, today, paces, seed: `${athleteId} ${today}` }
}
