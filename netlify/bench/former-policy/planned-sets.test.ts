import { describe, expect, it } from 'vitest'
import { ruleBook, rulesInForce } from '#domain/rules/rules-in-force.js'
import { deriveTraining } from '#domain/training/derive.js'
import type { Directive, TrainingLog } from '#domain/training/training-log.js'
import { inOneGo } from '#domain/values/in-one-go.js'
import { exercise, libraryWith, sessionOn } from '#tests/support/training-logs.js'
import { plannedSets } from './planned-sets.js'
import { trainedDays } from './trained-days.js'

const pushUp = exercise('push-up', { defaults: [8, 8, 8] })
const plank = exercise('plank', { metric: 'duration', defaults: [30, 30] })
const library = libraryWith(pushUp, plank)

const trained = sessionOn('2026-11-20', { exercise: 'push-up', actual: [6, 6, 6], targets: [6, 6, 6] })

function planned(trainingLog: Partial<TrainingLog>, today = '2026-11-22', facts = pushUp) {
  const all = { sessions: [], directives: [], ...trainingLog }
  const { targets, adjustments, rpeCap } = plannedSets(
    facts,
    {
      library,
      trainingLog: all,
      trainedOn: inOneGo(trainedDays(all, library)),
      state: inOneGo(deriveTraining(all, library, ruleBook)),
      today,
    },
    rulesInForce,
  )
  return { targets, rules: adjustments.map(({ ruleId }) => ruleId), rpeCap }
}

const deload: Directive = {
  kind: 'deload',
  rulesVersion: rulesInForce.version,
  on: '2026-11-21',
  at: '2026-11-21T08:00:00.000Z',
  startsOn: '2026-11-21',
  endsOn: '2026-11-27',
}

describe('plannedSets', () => {
  it('gives the start values for an exercise that was never trained', () => {
    expect(planned({})).toEqual({ targets: [5, 5, 5], rules: [], rpeCap: null })
    expect(planned({}, '2026-11-22', plank).targets).toEqual([10, 10])
  })

  it('gives the working sets after a session', () => {
    expect(planned({ sessions: [trained] })).toEqual({ targets: [7, 7, 7], rules: [], rpeCap: null })
  })

  it('gives half the sets at the same targets in a deload week, with a cap of RPE 7', () => {
    expect(planned({ sessions: [trained], directives: [deload] })).toEqual({
      targets: [7, 7],
      rules: ['recovery.deload'],
      rpeCap: 7,
    })
  })

  it('gives all sets again after the last day of the deload', () => {
    expect(planned({ sessions: [trained], directives: [deload] }, '2026-11-28').rules).toEqual([])
  })

  it('gives fewer sets at lower targets after a break of thirty days', () => {
    expect(planned({ sessions: [trained] }, '2026-12-20')).toEqual({
      targets: [5, 5],
      rules: ['recovery.layoff', 'recovery.transition'],
      rpeCap: null,
    })
  })

  it('gives at least one set, and never more than the working sets', () => {
    for (const today of ['2026-11-22', '2026-12-10', '2027-06-01']) {
      const { targets } = planned({ sessions: [trained], directives: [deload] }, today)
      expect(targets.length).toBeGreaterThanOrEqual(1)
      expect(targets.every((target) => target >= 5 && target <= 7)).toBe(true)
    }
  })
})
