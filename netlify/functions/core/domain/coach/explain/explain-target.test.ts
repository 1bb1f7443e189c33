import { describe, expect, it } from 'vitest'
import type { TargetRule } from '../targets.js'
import { explainTarget } from './explain-target.js'

const rule: TargetRule = {
  id: 'target.working_value',
  maximum: 13.6,
  difference: 0.2,
  threshold: 1,
  first: 11,
  lastFirst: 9,
  lastOn: '2026-03-02',
  daysAgo: 2,
  told: null,
  limit: null,
  rpeCap: null,
}
const said = (more: Partial<TargetRule>, metric: 'reps' | 'duration' = 'reps') =>
  explainTarget({ ...rule, ...more }, metric).explanation

describe('what is said of the sets of an exercise', () => {
  it('compares the first set with what was done, whatever the working sets were', () => {
    expect(said({})).toBe('The first set is 2 more than you did on Monday: you could do about 14 reps in one set.')
    expect(said({ lastFirst: 11 })).toBe(
      'The first set is what you did on Monday: you could do about 14 reps in one set.',
    )
    expect(said({ id: 'target.lowered_to_estimate', lastFirst: 12 })).toBe(
      'The first set is 1 less than you did on Monday: you could do about 14 reps in one set, and two of them stay in reserve.',
    )
    expect(said({ id: 'target.lowered_to_estimate' })).toContain('2 more than you did on Monday')
  })

  it('counts seconds of a hold', () => {
    expect(said({ id: 'target.lowered_to_estimate', lastFirst: 12 }, 'duration')).toBe(
      'The first set is 1 s less than you did on Monday: you could do about 14 seconds in one set, and a fifth stays in reserve.',
    )
  })

  it('names the day of the last session as long as it is clear', () => {
    expect(said({ daysAgo: 0 })).toContain('earlier today')
    expect(said({ daysAgo: 1 })).toContain('than you did yesterday')
    expect(said({ daysAgo: 6 })).toContain('on Monday')
    expect(said({ daysAgo: 7 })).toContain('7 days ago')
  })

  it('says what keeps the sets low when the maximum does not', () => {
    expect(said({ limit: 'rpe', rpeCap: 7, first: 8 })).toBe(
      'The first set is 1 less than you did on Monday: no set is to feel harder than RPE 7 today.',
    )
    expect(said({ limit: 'endurance', first: 15, lastFirst: 15, maximum: 21 })).toBe(
      'The first set is what you did on Monday: you could do about 21 reps, but more than 15 would train endurance.',
    )
  })

  it('tells a first time from another way, and from what was told', () => {
    const first = { id: 'target.first_time' } as const
    expect(said({ ...first, lastFirst: null, lastOn: null, daysAgo: null })).toBe(
      'New to you: you could do about 14 reps in one set, and the first sets stop well short of that.',
    )
    expect(said(first)).toBe('Done another way on Monday: like this you could do about 14 reps in one set.')
    expect(said({ ...first, lastFirst: null, lastOn: null, daysAgo: null, told: 22 })).toBe(
      'You told 22 reps in one set: the first sets leave a good part of that in reserve.',
    )
  })

  it('keeps all that it looked at as inputs', () => {
    expect(explainTarget(rule, 'reps')).toMatchObject({
      ruleId: 'target.working_value',
      inputs: { maximum: 13.6, first: 11, lastFirst: 9, lastOn: '2026-03-02', daysAgo: 2, told: null, limit: null },
      thresholds: { threshold: 1 },
    })
  })
})
