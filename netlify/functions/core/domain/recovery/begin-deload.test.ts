import { describe, expect, it } from 'vitest'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { nothingKnown } from '#domain/training/training-state.js'
import { idOf } from '#tests/support/ids.js'
import { noon, planned, refusalOf } from '#tests/support/sessions.js'
import { beginDeload, deloadWindow, planDeload } from './begin-deload.js'

const { today } = noon
const other = { startsOn: '2026-12-01', endsOn: '2026-12-07' }

describe('planDeload', () => {
  it('plans seven days', () => {
    expect(planDeload(today, today, [], rulesInForce)).toEqual({ startsOn: '2026-11-22', endsOn: '2026-11-28' })
  })

  it.each(['2026-11-24', '2026-12-08', '2026-12-20'])('accepts %s as the first day', (startsOn) => {
    expect(planDeload(startsOn, today, [other], rulesInForce).startsOn).toBe(startsOn)
  })

  it.each([
    ['2026-11-21', 'INVALID_INPUT', ['/startsOn IN_PAST']],
    ['2026-11-25', 'CONFLICT', []],
    ['2026-12-07', 'CONFLICT', []],
    ['2026-12-21', 'INVALID_INPUT', ['/startsOn OUT_OF_RANGE']],
  ])('refuses %s as the first day', (startsOn, code, faults) => {
    expect(refusalOf(() => planDeload(startsOn, today, [other], rulesInForce))).toEqual({ code, faults })
  })
})

describe('beginDeload', () => {
  const situation = {
    state: nothingKnown,
    loads: [],
    checkIns: [],
    planned: [],
    today,
  }
  const asked = { id: idOf.deload('d'), startsOn: undefined }

  it('begins today, for the reason "by hand", when the athlete names no day and no trigger holds', () => {
    expect(beginDeload(asked, situation, noon).deload).toMatchObject({ startsOn: today, triggers: ['by_hand'] })
  })

  it('begins on the day that the athlete names', () => {
    expect(beginDeload({ ...asked, startsOn: '2026-11-23' }, situation, noon).deload.startsOn).toBe('2026-11-23')
  })

  it('names the triggers that hold', () => {
    const state = { ...nothingKnown, regressedOn: [today, today] }
    expect(beginDeload(asked, { ...situation, state }, noon).deload.triggers).toEqual(['regressions'])
  })

  it('makes the planned sessions from the first to the last day lighter, and no others', () => {
    const dates = ['2026-11-21', '2026-11-22', '2026-11-28', '2026-11-29']
    const sessions = dates.map((date, index) => planned({ id: idOf.session(index), date }))
    const lighter = beginDeload(asked, { ...situation, planned: sessions }, noon).sessions
    expect(lighter.map(({ after }) => after.date)).toEqual(['2026-11-22', '2026-11-28'])
    expect(lighter[0]?.after.exercises.map(({ planned: { sets } }) => sets.length)).toEqual([2, 1, 2])
  })

  it('appends a directive to the training log', () => {
    expect(beginDeload(asked, situation, noon).directive).toMatchObject({
      type: 'deload.begun',
      occurredAt: noon.now,
      payload: {
        startsOn: '2026-11-22',
        endsOn: '2026-11-28',
        triggers: ['by_hand'],
        rulesVersion: rulesInForce.version,
      },
    })
  })
})

it('deloadWindow spans seven days from today, in any time zone, when the athlete names no day', () => {
  expect(deloadWindow(undefined, noon.now, rulesInForce)).toEqual({ from: '2026-11-22', to: '2026-11-29' })
})

it('deloadWindow spans seven days from the day that the athlete names', () => {
  expect(deloadWindow('2026-12-01', noon.now, rulesInForce)).toEqual({ from: '2026-12-01', to: '2026-12-07' })
})
