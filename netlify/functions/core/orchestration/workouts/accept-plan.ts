import { daysBetween } from '#domain/calendar/days-between.js'
import { chosenDays } from '#domain/coach/plan/chosen-days.js'
import { planAdvised } from '#domain/workout/plan-advised.js'
import { command } from '#orchestration/operation.js'
import { momentAt } from '#orchestration/sessions/support/load-session.js'
import { presentSession } from '#orchestration/sessions/support/present-session.js'
import { insertAllStatements } from '#orchestration/sessions/support/save-session.js'
import { existingDays } from './support/existing-days.js'
import { makePlan } from './support/make-plan.js'
import { AcceptedPlan, AcceptPlan, weeksMax } from './support/plan.schema.js'
import { readCoached } from './support/read-coached.js'
import { workoutRequestOf } from './support/workout-request.schema.js'

export const acceptPlan = command({
  id: 'workouts.acceptPlan',
  http: { method: 'POST', path: '/me/plan/accept', status: 201 },
  summary: 'Plan days of the weeks to come',
  description:
    'Plans a session for each chosen day, as `GET /me/plan` shows it for the same wishes: all of them, or none. Days that the plan ' +
    'does not train on are refused.',
  access: { scope: 'sessions:write' },
  input: { body: AcceptPlan },
  output: AcceptedPlan,
  refusals: ['ACCOUNT_NOT_FOUND', 'PLACE_NOT_FOUND', 'INVALID_INPUT', 'NOTHING_TO_RECOMMEND', 'ID_TAKEN'],
  location: ({ sessions }) => {
    const dates = sessions.map(({ date }) => date).toSorted()
    return `/sessions?from=${dates[0]}&to=${dates.at(-1)}`
  },
  existing: (context, { body: { days } }) => existingDays(context, days),
  run: async (context, { body: { startsOn, days, ...given } }) => {
    const coached = await readCoached(context, workoutRequestOf({ ...given, date: startsOn }), [])
    const { inputs, training, whereabouts, prescriptions } = coached
    const dates = days.map(({ date }) => date)
    const { view, weeks } = await makePlan(context, coached, weeksFor(dates, inputs.question.date))
    const moment = momentAt(context, training.athlete.timeZone)
    const planned = chosenDays(dates, weeks).map((recommendation, index) => {
      const when = { date: inputs.question.date, ...days[index], placeId: whereabouts.placeId }
      return planAdvised({ recommendation, view }, when, prescriptions, { ...moment, newId: context.newId })
    })
    const sessions = planned.map(({ session }) => session)
    return {
      statements: insertAllStatements(context, sessions),
      events: planned.flatMap(({ events }) => events),
      output: { sessions: sessions.map((session) => presentSession(session, moment)) },
    }
  },
})

/** How many weeks a plan has that reaches the last of the days; a day beyond every plan is refused later. */
function weeksFor(dates: readonly string[], startsOn: string): number {
  const last = Math.max(...dates.map((date) => daysBetween(startsOn, date)))
  return Math.min(weeksMax, Math.max(1, Math.floor(last / 7) + 1))
}
