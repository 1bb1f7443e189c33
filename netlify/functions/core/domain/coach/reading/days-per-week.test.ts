import { expect, it } from 'vitest'
import { addDays } from '#domain/calendar/days-between.js'
import { ruleBook, rulesInForce } from '#domain/rules/rules-in-force.js'
import { deriveTraining } from '#domain/training/derive.js'
import type { LoggedSession } from '#domain/training/training-log.js'
import { inOneGo } from '#domain/values/in-one-go.js'
import { sessionOn } from '#tests/support/training-logs.js'
import { daysPerWeekOf } from './days-per-week.js'

const monday = '2026-11-23'

/** Sessions on so many days of the weeks before the running one, the last week first. */
const weeksOf = (...daysPerWeek: readonly number[]) =>
  daysPerWeek
    .flatMap((count, weeksAgo) =>
      Array.from({ length: count }, (_, day) => sessionOn(addDays(monday, day - 7 * (weeksAgo + 1)))),
    )
    .toReversed()

const trained = (sessions: readonly LoggedSession[]) =>
  inOneGo(deriveTraining({ sessions, directives: [] }, new Map(), ruleBook)).weeks

it.each<[string, readonly number[], number]>([
  ['usual number without training', [], 3],
  ['number of the only week', [4], 4],
  ['middle one of three weeks', [2, 6, 4], 4],
  ['mean of the middle two of four weeks', [5, 2, 6, 3], 4],
  ['number of the last four weeks with training, whatever came before', [5, 0, 5, 5, 5, 2, 2, 2, 2, 2], 5],
  ['fewest of the rules for who trains once', [1, 1, 1], 2],
  ['most of the rules for who trains daily', [7, 7, 7], 6],
])('the days per week are the %s', (_, weeks, expected) => {
  expect(daysPerWeekOf(trained(weeksOf(...weeks)), monday, rulesInForce)).toBe(expected)
})

it('the days per week leave the running week out, and count a day with two sessions once', () => {
  const running = [0, 1, 2, 3].map((day) => sessionOn(addDays(monday, day)))
  const sessions = [...weeksOf(2), ...weeksOf(2), ...running]
  expect(daysPerWeekOf(trained(sessions), addDays(monday, 4), rulesInForce)).toBe(2)
})
