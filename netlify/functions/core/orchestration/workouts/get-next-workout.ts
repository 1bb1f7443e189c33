import { showing } from '#orchestration/operation.js'
import { renewStatements } from '#orchestration/training/renew-checkpoints.js'
import { keepStatements, lastShownOf } from './support/keep-shown.js'
import { NextWorkout } from './support/next-workout.schema.js'
import { nextWorkoutOf, slim } from './support/present-advice.js'
import { readCoached } from './support/read-coached.js'
import { questionText, WorkoutRequestQuery, workoutRequestOf } from './support/workout-request.schema.js'

export const getNextWorkout = showing({
  id: 'workouts.getNext',
  http: { method: 'GET', path: '/me/next-workout', status: 200 },
  summary: 'Get what to train next',
  description:
    'What a day is for, and for a day to train: warm-up, exercises, sets, how much to leave in reserve, order and rests, within the ' +
    'time and the equipment, with the reason of each choice. The same day, facts and parameters give the same answer. What was shown ' +
    'is kept with all that it rests on, for half a year (`GET /me/recommendations`).',
  access: { scope: 'progress:read' },
  input: { query: WorkoutRequestQuery },
  output: NextWorkout,
  refusals: ['ACCOUNT_NOT_FOUND', 'PLACE_NOT_FOUND', 'INVALID_INPUT'],
  run: async (context, { query: given }) => {
    const request = workoutRequestOf(given)
    const question = questionText(request)
    const coached = await readCoached(context, request, [lastShownOf(context, question)])
    const { inputs, training, whereabouts } = coached
    const by = { seed: `${context.athleteId} ${inputs.question.date}`, placeId: whereabouts.placeId }
    const answer = nextWorkoutOf(inputs, by, training.library, context.rules)
    return {
      output: given.reasons === false ? slim(answer) : answer,
      keep: [
        ...keepStatements(context, question, coached, answer, coached.more[0]),
        ...renewStatements(context, training),
      ],
    }
  },
})
