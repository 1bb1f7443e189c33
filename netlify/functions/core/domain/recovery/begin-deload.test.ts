import { describe, expect, it } from 'vitest'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { nothingKnown, type TrainingDecision } from '#domain/training/training-state.js'
import { idOf, uuid } from '#tests/support/ids.js'
import { noon, planned, refusalOf } from '#tests/support/sessions.js'
import { beginDeload, deloadWindow, planDeload } from './begin-deload.js'

const { today } = noon
const other = { startsOn: '2026-12-01', endsOn: '2026-12-07' }

describe('planDeload', () => {
  it('lasts seven days', () => {
    expect(planDeload(today, today, [], rulesInForce)).toEqual({ startsOn: '2026-11-22', endsOn: '2026-11-28' })
  })

  it.each(['2026-11-24', '2026-12-08', '2026-12-20'])('may begin on %s', (startsOn) => {
    expect(planDeload(startsOn, today, [other], rulesInForce).startsOn).toBe(startsOn)
  })

  it.each([
    ['2026-11-21', 'INVALID_INPUT', ['/startsOn IN_PAST']],
    ['2026-11-25', 'CONFLICT', []],
    ['2026-12-07', 'CONFLICT', []],
    ['2026-12-21', 'INVALID_INPUT', ['/startsOn OUT_OF_RANGE']],
  ])('may not begin on %s', (startsOn, code, faults) => {
    expect(refusalOf(() => planDeload(startsOn, today, [other], rulesInForce))).toEqual({ code, faults })
  })
})

describe('beginDeload', () => {
  const situation = {
    state: nothingKnown,
    trainingLog: { sessions: [], directives: [] },
    loads: [],
    checkIns: [],
    planned: [],
    today,
  }
  const asked = { id: idOf.deload('d'), startsOn: undefined }

  it('begins today unless a day is named, by hand where no reason holds', () => {
    expect(beginDeload(asked, situation, noon).deload).toMatchObject({ startsOn: today, triggers: ['by_hand'] })
    expect(beginDeload({ ...asked, startsOn: '2026-11-23' }, situation, noon).deload.startsOn).toBe('2026-11-23')
  })

  it('names the reasons that hold', () => {
    const regressed = { decision: 'regress', on: today } as TrainingDecision
    const state = { ...nothingKnown, decisions: [regressed, regressed] }
    expect(beginDeload(asked, { ...situation, state }, noon).deload.triggers).toEqual(['regressions'])
  })

  it('makes the planned sessions of its first to its last day lighter, and no others', () => {
    const dates = ['2026-11-21', '2026-11-22', '2026-11-28', '2026-11-29']
    const sessions = dates.map((date, index) => planned({ id: uuid(index), date }))
    const lighter = beginDeload(asked, { ...situation, planned: sessions }, noon).sessions
    expect(lighter.map(({ after }) => after.date)).toEqual(['2026-11-22', '2026-11-28'])
    expect(lighter[0]?.after.exercises.map(({ planned: { sets } }) => sets.length)).toEqual([2, 1, 2])
  })

  it('is a directive of the training log', () => {
    expect(beginDeload(asked, situation, noon).directive).toMatchObject({
      type: 'deload.begun',
      occurredAt: noon.now,
      payload: { startsOn: '2026-11-22', endsOn: '2026-11-28', rulesVersion: rulesInForce.version },
    })
  })
})

it('may lie wherever it is today, or from the day that is named', () => {
  expect(deloadWindow(undefined, noon.now, rulesInForce)).toEqual({ from: '2026-11-22', to: '2026-11-29' })
  expect(deloadWindow('2026-12-01', noon.now, rulesInForce)).toEqual({ from: '2026-12-01', to: '2026-12-07' })
})
