import { describe, expect, it } from 'vitest'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { layoff } from './layoff.js'

describe('layoff', () => {
  const eights = { metric: 'reps', defaults: [8, 8, 8], working: [8, 7, 7] } as const

  it('goes back to the start values and returns over four weeks after 30 days', () => {
    expect(layoff({ ...eights, gapDays: 30 }, rulesInForce)).toEqual({
      factor: 0.7,
      working: [5, 5, 5],
      weeklySetMultipliers: [0.5, 0.7, 0.8, 0.9],
      retest: false,
      restartAtPrerequisite: false,
    })
  })

  it('leaves sets below the start value as they are without a break', () => {
    expect(layoff({ ...eights, working: [3, 3, 3], gapDays: 13 }, rulesInForce).working).toEqual([3, 3, 3])
  })

  it('offers the prerequisite after 120 days when the working sets are at the start already', () => {
    const decision = layoff({ ...eights, working: [5, 5, 5], gapDays: 120 }, rulesInForce)
    expect(decision).toMatchObject({ working: [5, 5, 5], retest: true, restartAtPrerequisite: true })
  })

  it('does not offer the prerequisite after 30 days, though the working sets are at the start', () => {
    expect(layoff({ ...eights, working: [5, 5, 5], gapDays: 30 }, rulesInForce).restartAtPrerequisite).toBe(false)
  })

  it('does not offer the prerequisite after 120 days when the working sets can still fall', () => {
    expect(layoff({ ...eights, gapDays: 120 }, rulesInForce).restartAtPrerequisite).toBe(false)
  })

  it('leaves working sets as they are after 13 days, even below the start', () => {
    expect(layoff({ ...eights, working: [4, 4, 4], gapDays: 13 }, rulesInForce).working).toEqual([4, 4, 4])
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
  ])('after %d days, keeps a factor of %d of the working sets', (gapDays, factor, weeklySetMultipliers) => {
    expect(layoff({ ...eights, gapDays }, rulesInForce)).toMatchObject({
      factor,
      weeklySetMultipliers,
      retest: gapDays >= 84,
    })
  })
})
