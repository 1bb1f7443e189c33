import { describe, expect, it } from 'vitest'
import { rules2026v2 } from '#domain/rules/training-rules.js'
import type { TrainingDecision } from '../training-state.js'
import { inNumber, workingAfter } from './working-sets.js'

describe('inNumber', () => {
  it.each<[string, readonly number[], readonly number[], readonly number[]]>([
    ['repeats the last set', [8, 7], [10, 10, 10, 10], [8, 7, 7, 7]],
    ['leaves out what is too many', [8, 7, 6], [10, 10], [8, 7]],
    ['takes the others where there are none', [], [10, 9], [10, 9]],
  ])('%s', (_, sets, others, expected) => {
    expect(inNumber(sets, others)).toEqual(expected)
  })
})

describe('workingAfter', () => {
  const decidedTo = (decision: TrainingDecision['decision'], reason: TrainingDecision['reason'], working: number[]) =>
    workingAfter([8, 8, 6], { decision, reason, working }, rules2026v2)

  it('raises the working sets to a plan above them that was met, and never lowers them to one below', () => {
    expect(decidedTo('progress', 'target_met', [7, 9])).toEqual([8, 9, 9])
    expect(decidedTo('consolidate', 'default_met_once', [10, 7])).toEqual([10, 8, 7])
    expect(decidedTo('mastered', 'default_met_twice', [10, 7])).toEqual([10, 8, 7])
    expect(decidedTo('hold', 'at_limit', [10, 7])).toEqual([10, 8, 7])
  })

  it('leaves them when a plan above them was missed', () => {
    expect(decidedTo('hold', 'missed', [10, 10])).toEqual([8, 8, 6])
  })

  it('takes them back to what was decided', () => {
    expect(decidedTo('regress', 'repeated_miss', [7, 5])).toEqual([7, 5, 5])
  })
})
