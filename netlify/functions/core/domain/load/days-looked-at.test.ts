import { describe, expect, it } from 'vitest'
import { rulesInForce as rules } from '#domain/rules/rules-in-force.js'
import { ago, today } from '#tests/support/situations.js'
import {
  deloadLooksSince,
  evidenceDays,
  reportLooksSince,
  reportLooksUntil,
  sessionsLookedAtBefore,
  warningsLookSince,
} from './days-looked-at.js'

const { load, flags, deload } = rules

describe('the first day that is looked at', () => {
  it('is that of the spikes of the first day, for a report', () => {
    expect(reportLooksSince(today, rules)).toBe(ago(30))
  })

  it('is that of the ratio or of a whole week where these reach further back', () => {
    const spike = { ...load.spike, priorDays: 3 }
    expect(reportLooksSince(today, { ...rules, load: { ...load, spike } })).toBe(ago(27))
    const ratio = { ...load.ratio, chronicDays: 5 }
    expect(reportLooksSince(today, { ...rules, load: { ...load, spike, ratio } })).toBe(ago(6))
  })

  it('is that of the evidence, for warnings', () => {
    expect(warningsLookSince(today, rules)).toBe(ago(evidenceDays))
  })

  it('is that of what a spike is compared with, of the weeks before, of the ratio, or of push and pull where these reach further back', () => {
    const spike = { ...load.spike, priorDays: 50 }
    expect(warningsLookSince(today, { ...rules, load: { ...load, spike } })).toBe(ago(56))
    expect(warningsLookSince(today, { ...rules, flags: { ...flags, ownWeeks: 8 } })).toBe(ago(62))
    const ratio = { ...load.ratio, chronicDays: 56 }
    expect(warningsLookSince(today, { ...rules, load: { ...load, ratio } })).toBe(ago(55))
    const pushPull = { ...flags.pushPull, days: 90 }
    expect(warningsLookSince(today, { ...rules, flags: { ...flags, pushPull } })).toBe(ago(89))
  })

  it('is the first of as many weeks as are asked for their RPE, for an easier week', () => {
    expect(deloadLooksSince(today, rules)).toBe(ago(13))
    const highRpe = { ...deload.highRpe, weeks: 3 }
    expect(deloadLooksSince(today, { ...rules, deload: { ...deload, highRpe } })).toBe(ago(20))
  })
})

it('the last day that is looked at is the last of a week that begins on the last of the range', () => {
  expect(reportLooksUntil(ago(6))).toBe(today)
})

it('three sessions of each category before those days are looked at, and three to spare', () => {
  expect(sessionsLookedAtBefore(rules)).toBe(12)
})
