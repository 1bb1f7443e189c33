import { describe, expect, it } from 'vitest'
import { rulesInForce as rules } from '#domain/rules/rules-in-force.js'
import { loadRatioFlag, monotonyFlag, volumeFlag } from './load-flags.js'
import { performanceDropFlag, pushPullFlag, rpeDriftFlag } from './performance-flags.js'
import { type FlagFacts, noFlagFacts } from './warning-flag.js'

const facts = (known: Partial<FlagFacts>): FlagFacts => ({ ...noFlagFacts, ...known })
const { flags } = rules

describe('a warning at its boundary', () => {
  const at = { monotony: flags.monotonyMin, weekTotal: 100, own4WeekMean: 100 }

  it('raises monotony at its threshold, as amber when the week is exactly as heavy as usual', () => {
    expect(monotonyFlag(facts(at), rules)).toEqual({ code: 'MONOTONY', severity: 'amber' })
  })

  it('raises monotony only as information when the week is lighter than usual', () => {
    expect(monotonyFlag(facts({ ...at, weekTotal: 99 }), rules)?.severity).toBe('info')
  })

  it('raises no monotony just below its threshold', () => {
    expect(monotonyFlag(facts({ ...at, monotony: flags.monotonyMin - 0.01 }), rules)).toBeNull()
  })

  it('raises the load ratio above its threshold, and not at it', () => {
    expect(loadRatioFlag(facts({ ewmaRatio: flags.loadRatioAbove }), rules)).toBeNull()
    expect(loadRatioFlag(facts({ ewmaRatio: flags.loadRatioAbove + 0.01 }), rules)?.code).toBe('LOAD_RATIO')
  })

  it('raises the volume above 15 sets after weeks of few, and not at 15', () => {
    const few = (categorySets7Days: number) => volumeFlag(facts({ categorySets7Days, categorySetsUsual: 8 }), rules)
    expect(few(15)).toBeNull()
    expect(few(16)?.code).toBe('VOLUME_HIGH')
  })

  it('compares push and pull when there are exactly enough sets, and not with one set less', () => {
    const pull = 6
    const push = flags.pushPull.setsMin - pull
    expect(pushPullFlag(facts({ pushSets28Days: push, pullSets28Days: pull }), rules)?.severity).toBe('info')
    expect(pushPullFlag(facts({ pushSets28Days: push - 1, pullSets28Days: pull }), rules)).toBeNull()
  })

  it('raises a performance drop when both residuals are exactly at the threshold, and not when one is above', () => {
    const { residualMax } = flags.performanceDrop
    expect(performanceDropFlag(facts({ performanceZ: [residualMax, residualMax] }), rules)?.severity).toBe('amber')
    expect(performanceDropFlag(facts({ performanceZ: [residualMax, residualMax + 0.01] }), rules)).toBeNull()
  })

  it('raises an RPE drift when the rise is exactly at the threshold, and not half a point below', () => {
    const rise = (by: number) => facts({ rpeSameWork: [7, 7, 7, 7 + by] })
    expect(rpeDriftFlag(rise(flags.rpeDrift.riseMin), rules)?.severity).toBe('amber')
    expect(rpeDriftFlag(rise(flags.rpeDrift.riseMin - 0.5), rules)).toBeNull()
  })
})
