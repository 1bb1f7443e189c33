import { planWorkout } from '#domain/workout/plan-workout.js'
import { command } from '#orchestration/operation.js'
import { momentAt } from '#orchestration/sessions/support/load-session.js'
import { presentSession } from '#orchestration/sessions/support/present-session.js'
import { insertStatements } from '#orchestration/sessions/support/save-session.js'
import { SessionResource } from '#orchestration/sessions/support/schemas.js'
import { readWorkoutFacts } from './support/read-workout-facts.js'
import { AcceptNextWorkout, workoutRequestOf } from './support/workout-request.schema.js'

export const acceptNextWorkout = command({
  id: 'workouts.acceptNext',
  http: { method: 'POST', path: '/me/next-workout/accept', status: 201 },
  summary: 'Plan what to train next',
  description:
    'Plans a session from the next workout of today with the same wishes; what was recommended, with scores and probabilities, is ' +
    'kept in the history.',
  access: { scope: 'sessions:write' },
  input: { body: AcceptNextWorkout },
  output: SessionResource,
  refusals: ['ACCOUNT_NOT_FOUND', 'NOTHING_TO_RECOMMEND', 'ID_TAKEN'],
  location: ({ id }) => `/sessions/${id}`,
  run: async (context, { body }) => {
    const { training, facts } = await readWorkoutFacts(context)
    const { equipment, timeZone } = training.athlete
    const request = workoutRequestOf(body, equipment, context.rules)
    const moment = momentAt(context, timeZone)
    const { session, events } = planWorkout(request, body, facts, { ...moment, newId: context.newId })
    return { statements: insertStatements(context, session), events, output: presentSession(session, moment) }
  },
})
