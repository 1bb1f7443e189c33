import { query } from '#orchestration/operation.js'
import { makePlan } from './support/make-plan.js'
import { firstDayOf, PlanQuery, WorkoutPlan } from './support/plan.schema.js'
import { presentPlan } from './support/present-plan.js'
import { readCoached } from './support/read-coached.js'
import { inQuery, workoutRequestOf } from './support/workout-request.schema.js'

export const getPlan = query({
  id: 'workouts.getPlan',
  http: { method: 'GET', path: '/me/plan', status: 200 },
  summary: 'Get the weeks to come',
  description:
    'What each day of the next weeks is for, day by day as if everything before it was done, with the hard sets of each week against ' +
    'their targets: constant weeks, and an easier one after six. A forecast; only days that are accepted become sessions.',
  access: { scope: 'progress:read' },
  input: { query: PlanQuery },
  output: WorkoutPlan,
  refusals: ['ACCOUNT_NOT_FOUND', 'PLACE_NOT_FOUND', 'INVALID_INPUT'],
  run: async (context, { query: { from, startsOn, weeks, ...given } }) => {
    const { date, field } = firstDayOf({ from, startsOn })
    const at = { ...inQuery, date: { parameter: field } }
    const coached = await readCoached(context, workoutRequestOf({ ...given, date }, at), [])
    const { inputs, whereabouts } = coached
    const plan = await makePlan(context, coached, weeks)
    return presentPlan(plan, { minutes: inputs.question.minutes, placeId: whereabouts.placeId })
  },
})
