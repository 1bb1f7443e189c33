import { describe, expect, it } from 'vitest'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { layoff } from './layoff.js'

describe('layoff', () => {
  const eights = { metric: 'reps', defaults: [8, 8, 8], working: [8, 7, 7] } as const

  it('of 30 days goes back to the start over four weeks', () => {
    expect(layoff({ ...eights, gapDays: 30 }, rulesInForce)).toEqual({
      factor: 0.7,
      working: [5, 5, 5],
      weeklySetMultipliers: [0.5, 0.7, 0.8, 0.9],
      retest: false,
      restartAtPrerequisite: false,
    })
  })

  it('of 120 days at the start offers the prerequisite', () => {
    const decision = layoff({ ...eights, working: [5, 5, 5], gapDays: 120 }, rulesInForce)
    expect(decision).toMatchObject({ working: [5, 5, 5], retest: true, restartAtPrerequisite: true })
  })

  it.each([
    [13, 1, []],
    [14, 0.9, [0.7, 0.9]],
    [20, 0.9, [0.7, 0.9]],
    [21, 0.8, [0.7, 0.9]],
    [27, 0.8, [0.7, 0.9]],
    [28, 0.7, [0.5, 0.7, 0.8, 0.9]],
    [56, 0.6, [0.5, 0.7, 0.8, 0.9]],
    [84, 0.5, [0.5, 0.7, 0.8, 0.9]],
  ])('of %d days keeps %d', (gapDays, factor, weeklySetMultipliers) => {
    expect(layoff({ ...eights, gapDays }, rulesInForce)).toMatchObject({
      factor,
      weeklySetMultipliers,
      retest: gapDays >= 84,
    })
  })
})
