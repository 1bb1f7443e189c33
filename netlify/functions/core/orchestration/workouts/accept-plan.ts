import { addDays, daysBetween } from '#domain/calendar/days-between.js'
import { todayAnywhere } from '#domain/calendar/time-zone.js'
import type { Day } from '#domain/coach/coach-athlete.js'
import type { CoachView } from '#domain/coach/coach-view.js'
import { chosenDays } from '#domain/coach/plan/chosen-days.js'
import type { Recommendation } from '#domain/coach/recommendation.js'
import { planAdvised } from '#domain/workout/plan-advised.js'
import { command } from '#orchestration/operation.js'
import { momentAt } from '#orchestration/sessions/support/load-session.js'
import { presentSession } from '#orchestration/sessions/support/present-session.js'
import { insertAllStatements } from '#orchestration/sessions/support/save-session.js'
import { listPlannedSessions } from '#queries/workout-sessions.js'
import { existingDays } from './support/existing-days.js'
import { makePlan } from './support/make-plan.js'
import { AcceptedPlan, AcceptPlan, firstDayOf, weeksMax } from './support/plan.schema.js'
import { readCoached } from './support/read-coached.js'
import { saveEasierWeeks } from './support/save-easier-weeks.js'
import { inBody, workoutRequestOf } from './support/workout-request.schema.js'

export const acceptPlan = command({
  id: 'workouts.acceptPlan',
  http: { method: 'POST', path: '/me/plan/accept', status: 201 },
  summary: 'Plan days of the weeks to come',
  description:
    'Plans a session for each chosen day, as `GET /me/plan` shows it for the same wishes: all of them, or none. Days that the plan ' +
    'does not train on are refused. An easier week of which days are accepted begins, as `POST /me/deload` begins one.',
  access: { scope: 'sessions:write' },
  input: { body: AcceptPlan },
  output: AcceptedPlan,
  refusals: ['ACCOUNT_NOT_FOUND', 'PLACE_NOT_FOUND', 'INVALID_INPUT', 'NOTHING_TO_RECOMMEND', 'ID_TAKEN', 'CONFLICT'],
  location: ({ sessions }) => {
    const dates = sessions.map(({ date }) => date).toSorted()
    return `/sessions?from=${dates[0]}&to=${dates.at(-1)}`
  },
  existing: (context, { body: { days } }) => existingDays(context, days),
  run: async (context, { body: { from, startsOn, days, ...given } }) => {
    const { date: first, field } = firstDayOf({ from, startsOn })
    const dates = days.map(({ date }) => date)
    const window = { from: first ?? todayAnywhere(context.now).from, to: addDays(lastOf(dates), 7) }
    const at = { ...inBody, date: { pointer: `/${field}` } }
    const coached = await readCoached(context, workoutRequestOf({ ...given, date: first }, at), [
      listPlannedSessions({ userId: context.athleteId, ...window }),
    ])
    const { inputs, training, whereabouts, prescriptions } = coached
    const { view, weeks } = await makePlan(context, coached, weeksFor(dates, inputs.question.date))
    const moment = momentAt(context, training.athlete.timeZone)
    const chosen = chosenDays(dates, weeks)
    const planned = chosen.map((recommendation, index) => {
      const when = { date: inputs.question.date, ...days[index], placeId: whereabouts.placeId }
      return planAdvised({ recommendation, view }, when, prescriptions, { ...moment, newId: context.newId })
    })
    const sessions = planned.map(({ session }) => session)
    const accepted = chosen.map((recommendation) => ({ recommendation, weekFrom: weekFrom(recommendation, view) }))
    const easier = await saveEasierWeeks(context, accepted, coached, coached.more[0])
    return {
      statements: [...insertAllStatements(context, sessions), ...easier.statements],
      events: [...planned.flatMap(({ events }) => events), ...easier.events],
      output: { sessions: sessions.map((session) => presentSession(session, moment)) },
    }
  },
})

/** Returns the first day of the week of a plan in which a day lies. */
function weekFrom({ day }: Recommendation, { day: first }: CoachView): Day {
  return day - ((day - first) % 7)
}

/** Returns the last of dates, which sort as text. */
function lastOf(dates: readonly string[]): string {
  return dates.toSorted().at(-1) ?? ''
}

/** How many weeks a plan has that reaches the last of the days; a day beyond every plan is refused later. */
function weeksFor(dates: readonly string[], startsOn: string): number {
  const last = Math.max(...dates.map((date) => daysBetween(startsOn, date)))
  return Math.min(weeksMax, Math.max(1, Math.floor(last / 7) + 1))
}
