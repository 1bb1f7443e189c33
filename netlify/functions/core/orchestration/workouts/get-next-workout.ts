import { recommendWorkout } from '#domain/workout/recommend-workout.js'
import { query } from '#orchestration/operation.js'
import { NextWorkout } from './support/next-workout.schema.js'
import { presentWorkout } from './support/present-workout.js'
import { readWorkoutFacts } from './support/read-workout-facts.js'
import { WorkoutRequestQuery, workoutRequestOf } from './support/workout-request.schema.js'

export const getNextWorkout = query({
  id: 'workouts.getNext',
  http: { method: 'GET', path: '/me/next-workout', status: 200 },
  summary: 'Get what to train next',
  description:
    'Exercises for today that fit the time and the equipment: the categories that are behind first, each exercise with its sets, ' +
    'its chance of success and the terms of its score. The same day, log and parameters give the same answer. Nothing is stored.',
  access: { scope: 'progress:read' },
  input: { query: WorkoutRequestQuery },
  output: NextWorkout,
  refusals: ['ACCOUNT_NOT_FOUND'],
  run: async (context, { query: given }) => {
    const { training, facts } = await readWorkoutFacts(context)
    const request = workoutRequestOf(given, training.athlete.equipment, context.rules)
    return presentWorkout(recommendWorkout(request, facts, context.rules), facts, request.minutes, context.rules)
  },
})
