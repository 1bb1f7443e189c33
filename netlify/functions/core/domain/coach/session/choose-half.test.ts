import { describe, expect, it } from 'vitest'
import type { StrengthSlot } from '#domain/library/vocabulary.js'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { chooseHalf } from './choose-half.js'

const lacking = (deficits: Partial<Record<StrengthSlot, number>>) =>
  chooseHalf(
    Object.entries(deficits).map(([slot, deficit]) => ({
      slot: slot as StrengthSlot,
      deficit,
      done: 0,
      target: 9,
      boost: 1,
      cap: 12,
    })),
    rulesInForce,
  )

describe('chooseHalf', () => {
  it('takes the half with the larger mean of what is lacking', () => {
    expect(lacking({ hpush: 0.5, hpull: 0.5, squat: 1, core: 0.2 })).toEqual({
      rule: { id: 'week.split', half: 'lower', upper: 0.5, lower: 0.6, threshold: 3 },
      slots: ['squat', 'core'],
    })
    expect(lacking({ hpush: 0.5, hpull: 0.8, squat: 0.9, core: 0.2 }).slots).toEqual(['hpush', 'hpull'])
  })

  it('takes the upper one of two equal halves', () => {
    expect(lacking({ hpush: 1, vpull: 1, squat: 1, hinge: 1, core: 1 }).rule.half).toBe('upper')
  })

  it('takes the half that has recovered', () => {
    expect(lacking({ hpush: -2, vpush: -3, core: 1 }).rule).toMatchObject({ half: 'upper', lower: null })
    expect(lacking({ squat: -2, core: -1 }).rule).toMatchObject({ half: 'lower', upper: null })
  })

  it('takes core along with the upper half when the legs are tired, and core alone is no half', () => {
    expect(lacking({ hpush: 0.1, core: 0.9 })).toMatchObject({ rule: { half: 'upper' }, slots: ['hpush', 'core'] })
    expect(lacking({ hpush: 0.1, squat: 0, core: 0 }).slots).toEqual(['hpush'])
  })

  it('leaves core when nothing else has recovered', () => {
    expect(lacking({ core: 0.5 }).slots).toEqual(['core'])
  })
})
