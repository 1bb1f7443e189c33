import { describe, expect, it } from 'vitest'
import { rulesInForce as rules } from '#domain/rules/rules-in-force.js'
import { loadRatioFlag, monotonyFlag } from './load-flags.js'
import { performanceDropFlag, pushPullFlag, rpeDriftFlag } from './performance-flags.js'
import { type FlagFacts, noFlagFacts } from './warning-flag.js'

const facts = (known: Partial<FlagFacts>): FlagFacts => ({ ...noFlagFacts, ...known })
const { flags } = rules

describe('a warning at its boundary', () => {
  it('raises monotony from its threshold on, as amber when the week is exactly as heavy as usual', () => {
    const at = { monotony: flags.monotonyMin, weekTotal: 100, own4WeekMean: 100 }
    expect(monotonyFlag(facts(at), rules)).toEqual({ code: 'MONOTONY', severity: 'amber' })
    expect(monotonyFlag(facts({ ...at, weekTotal: 99 }), rules)?.severity).toBe('info')
    expect(monotonyFlag(facts({ ...at, monotony: flags.monotonyMin - 0.01 }), rules)).toBeNull()
  })

  it('tells of the load ratio above its threshold only', () => {
    expect(loadRatioFlag(facts({ ewmaRatio: flags.loadRatioAbove }), rules)).toBeNull()
    expect(loadRatioFlag(facts({ ewmaRatio: flags.loadRatioAbove + 0.01 }), rules)?.code).toBe('LOAD_RATIO')
  })

  it('compares push and pull when there are exactly enough sets, and is silent with one less', () => {
    const pull = 6
    const push = flags.pushPull.setsMin - pull
    expect(pushPullFlag(facts({ pushSets28Days: push, pullSets28Days: pull }), rules)?.severity).toBe('info')
    expect(pushPullFlag(facts({ pushSets28Days: push - 1, pullSets28Days: pull }), rules)).toBeNull()
  })

  it('raises a drop when both residuals are exactly at the threshold', () => {
    const { residualMax } = flags.performanceDrop
    expect(performanceDropFlag(facts({ performanceZ: [residualMax, residualMax] }), rules)?.severity).toBe('amber')
    expect(performanceDropFlag(facts({ performanceZ: [residualMax, residualMax + 0.01] }), rules)).toBeNull()
  })

  it('raises a drift of effort when the rise is exactly at the threshold', () => {
    const rise = (by: number) => facts({ rpeSameWork: [7, 7, 7, 7 + by] })
    expect(rpeDriftFlag(rise(flags.rpeDrift.riseMin), rules)?.severity).toBe('amber')
    expect(rpeDriftFlag(rise(flags.rpeDrift.riseMin - 0.5), rules)).toBeNull()
  })
})
