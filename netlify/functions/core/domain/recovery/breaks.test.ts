import { describe, expect, it } from 'vitest'
import { addDays } from '#domain/calendar/days-between.js'
import { ruleBook, rulesInForce } from '#domain/rules/rules-in-force.js'
import { deriveTraining } from '#domain/training/derive.js'
import { inOneGo } from '#domain/values/in-one-go.js'
import { exercise, libraryWith, sessionOn } from '#tests/support/training-logs.js'
import { breaksOn, isBreak } from './breaks.js'

const today = '2026-11-22'

describe('breaksOn', () => {
  const library = libraryWith(exercise('push-up'), exercise('pull-up', { category: 'Pull' }))
  const sessions = [
    sessionOn(addDays(today, -30), { exercise: 'push-up', actual: [5] }),
    sessionOn(addDays(today, -13), { exercise: 'pull-up', actual: [5] }),
  ]
  const breaks = breaksOn(inOneGo(deriveTraining({ sessions, directives: [] }, library, ruleBook)), today, rulesInForce)

  it('knows the gap and the way back of every category that was trained', () => {
    expect(
      breaks.map(({ category, gapDays, factor, weeklySetMultipliers }) => [
        category,
        gapDays,
        factor,
        weeklySetMultipliers,
      ]),
    ).toEqual([
      ['Push', 30, 0.7, [0.5, 0.7, 0.8, 0.9]],
      ['Pull', 13, 1, []],
    ])
    expect(breaks.map(isBreak)).toEqual([true, false])
  })
})

describe('isBreak', () => {
  it('holds from the first lighter week on', () => {
    expect(isBreak({ weeklySetMultipliers: [] })).toBe(false)
    expect(isBreak({ weeklySetMultipliers: [0.7] })).toBe(true)
  })
})
