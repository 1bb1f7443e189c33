import { describe, expect, it } from 'vitest'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { acuteChronicRatio } from './acute-chronic-ratio.js'

const days = (count: number, load: number): number[] => Array.from({ length: count }, () => load)

describe('acuteChronicRatio', () => {
  it('gives the ratios of the worked example', () => {
    const ratio = acuteChronicRatio([...days(21, 100), ...days(7, 150)], rulesInForce)
    expect(ratio.coupled).toBeCloseTo(1.3333, 4)
    expect(ratio.uncoupled).toBe(1.5)
    expect(ratio.ewma).toBeCloseTo(1.1976, 4)
  })

  it('is null with less than four weeks', () => {
    expect(acuteChronicRatio(days(27, 100), rulesInForce)).toEqual({ coupled: null, uncoupled: null, ewma: null })
  })

  it('is null only in the part whose denominator is 0', () => {
    expect(acuteChronicRatio([...days(21, 0), ...days(7, 100)], rulesInForce)).toMatchObject({
      coupled: 4,
      uncoupled: null,
    })
    expect(acuteChronicRatio(days(28, 0), rulesInForce)).toEqual({ coupled: null, uncoupled: null, ewma: null })
  })

  it('takes the last four weeks for its sums, and all days for its moving averages', () => {
    const longer = acuteChronicRatio([...days(30, 900), ...days(28, 100)], rulesInForce)
    expect(longer).toMatchObject({ coupled: 1, uncoupled: 1 })
    expect(longer.ewma).toBeLessThan(1)
  })
})
