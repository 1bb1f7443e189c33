import { expect, it } from 'vitest'
import { coachView } from '#tests/support/coach.js'
import { StoredInputs, storedTextOf } from './stored-inputs.schema.js'

const inputs = {
  question: { date: '2026-11-22', minutes: 45, force: false, categories: null, exercisesPerCategory: null },
  athlete: coachView({ monthlyReturns: 3 }).athlete,
  easierWeek: null,
  plannedSessions: [],
  ownPaces: [],
}

it('inputs that were stored are read as they were', () => {
  expect(StoredInputs.parse(JSON.parse(storedTextOf(inputs)))).toEqual(inputs)
})

it('inputs from before monthly returns were counted have none', () => {
  const { athlete, ...rest } = JSON.parse(storedTextOf(inputs))
  const { monthlyReturns: _, ...older } = athlete
  expect(StoredInputs.parse({ ...rest, athlete: older }).athlete.monthlyReturns).toBe(0)
})
