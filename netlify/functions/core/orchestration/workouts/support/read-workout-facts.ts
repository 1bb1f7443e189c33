import { trainedDays } from '#domain/workout/trained-days.js'
import type { WorkoutFacts } from '#domain/workout/workout.js'
import type { Context } from '#orchestration/context.js'
import type { Training } from '#orchestration/training/read-training.js'
import { readTrainingWith } from '#orchestration/training/read-training-with.js'
import { usableTraining } from '#orchestration/training/usable-training.js'
import { listOwnPaces, type OwnPace } from '#queries/user-exercise-configs.js'

/** Reads an athlete's training and how they do each exercise, in one round trip. */
export async function readWorkoutFacts(context: Context) {
  const { more, ...training } = await readTrainingWith(context, [listOwnPaces({ userId: context.athleteId })])
  return { training, facts: await workoutFactsOf(context, training, more[0]) }
}

/** What a workout of today is made from. */
export async function workoutFactsOf(
  { athleteId, work }: Pick<Context, 'athleteId' | 'work'>,
  training: Training,
  ownPaces: readonly OwnPace[],
): Promise<WorkoutFacts> {
  const paces = new Map(ownPaces.map(({ exerciseId, ...pace }) => [exerciseId, pace]))
  const { library, athlete } = training
  const usable = await usableTraining({ work }, training)
  const trainedOn = await work(trainedDays(usable.trainingLog, library))
  return { library, ...usable, trainedOn, today: athlete.today, paces, seed: `${athleteId} ${athlete.today}` }
}
