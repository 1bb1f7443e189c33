import { advise } from '#domain/coach/advice/advise.js'
import { deloadWindow } from '#domain/recovery/begin-deload.js'
import { planAdvised } from '#domain/workout/plan-advised.js'
import { command } from '#orchestration/operation.js'
import { existingSession } from '#orchestration/sessions/support/existing-session.js'
import { momentAt } from '#orchestration/sessions/support/load-session.js'
import { presentSession } from '#orchestration/sessions/support/present-session.js'
import { insertStatements } from '#orchestration/sessions/support/save-session.js'
import { SessionResource } from '#orchestration/sessions/support/schemas.js'
import { listPlannedSessions } from '#queries/workout-sessions.js'
import { readCoached } from './support/read-coached.js'
import { saveEasierWeeks } from './support/save-easier-weeks.js'
import { AcceptNextWorkout, inBody, workoutRequestOf } from './support/workout-request.schema.js'

export const acceptNextWorkout = command({
  id: 'workouts.acceptNext',
  http: { method: 'POST', path: '/me/next-workout/accept', status: 201 },
  summary: 'Plan what to train next',
  description:
    'Plans a session from what `GET /me/next-workout` shows for the same wishes: its exercises with their sets, modifiers and ' +
    'groups (those of one block), and its place. On a day of rest only with `force`. What was recommended, and by which rules, is kept in the history. Whoever accepts a ' +
    'session of an easier week that is due begins that week, as `POST /me/deload` does.',
  access: { scope: 'sessions:write' },
  input: { body: AcceptNextWorkout },
  output: SessionResource,
  refusals: ['ACCOUNT_NOT_FOUND', 'PLACE_NOT_FOUND', 'INVALID_INPUT', 'NOTHING_TO_RECOMMEND', 'ID_TAKEN', 'CONFLICT'],
  location: ({ id }) => `/sessions/${id}`,
  // of the wishes the session keeps only what came of them
  existing: (context, { body: { id, date, time } }) => existingSession(context, { id, date, time }),
  run: async (context, { body }) => {
    const { athleteId: userId, now, rules, newId } = context
    const window = deloadWindow(body.date, now, rules)
    const coached = await readCoached(context, workoutRequestOf(body, inBody), [
      listPlannedSessions({ userId, ...window }),
    ])
    const { inputs, training, whereabouts, prescriptions } = coached
    const moment = momentAt(context, training.athlete.timeZone)
    const { id, time } = body
    const when = { id, time, date: inputs.question.date, placeId: whereabouts.placeId }
    const advice = advise(inputs, training.library, rules)
    const { session, events } = planAdvised(advice, when, prescriptions, { ...moment, newId })
    const accepted = { recommendation: advice.recommendation, weekFrom: advice.recommendation.day }
    const easier = await saveEasierWeeks(context, [accepted], coached, coached.more[0])
    return {
      statements: [...insertStatements(context, session), ...easier.statements],
      events: [...events, ...easier.events],
      output: presentSession(session, moment),
    }
  },
})
