import { describe, expect, it } from 'vitest'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { progress } from './progress.js'
import type { ProgressDecision, ProgressSession, ProgressState } from './progress-state.js'

type Given = Partial<ProgressState> & { readonly working: readonly number[] }
type When = Partial<ProgressSession> & { readonly actual: readonly number[] }

const given = (state: Given): ProgressState => ({
  metric: 'reps',
  defaults: state.working.map(() => 8),
  overStreak: 0,
  failStreak: 0,
  masteryCount: 0,
  mastered: false,
  ...state,
})

const decide = (state: Given, session: When): ProgressDecision =>
  progress(given(state), { rpeLast: null, pain: 0, ...session }, rulesInForce)

const regress = { decision: 'regress', reason: 'repeated_miss' }
const metOnce = { decision: 'consolidate', reason: 'default_met_once' }
const metTwice = { decision: 'mastered', reason: 'default_met_twice' }
const targetMet = { decision: 'progress', reason: 'target_met' }
const atLimit = { decision: 'hold', reason: 'at_limit' }

describe('worked examples', () => {
  const holds = { metric: 'duration', defaults: [30, 30, 30] } as const
  const examples: [string, Given, When, object][] = [
    ['at RPE 8', { working: [5, 5, 5] }, { actual: [5, 5, 5], rpeLast: 8 }, { ...targetMet, working: [6, 6, 6] }],
    ['at RPE 9', { working: [6, 6, 6] }, { actual: [6, 6, 6], rpeLast: 9 }, { ...targetMet, working: [7, 6, 6] }],
    ['at RPE 6.5', { working: [5, 5, 5] }, { actual: [5, 5, 5], rpeLast: 6.5 }, { working: [7, 7, 7] }],
    ['two over', { working: [5, 5, 5] }, { actual: [5, 5, 7], rpeLast: 8 }, { working: [6, 6, 6], overStreak: 1 }],
    [
      'two over, twice',
      { working: [6, 6, 6], overStreak: 1 },
      { actual: [6, 6, 8], rpeLast: 8.5 },
      { decision: 'progress', reason: 'two_for_two', working: [8, 8, 8], overStreak: 0 },
    ],
    [
      'a third miss',
      { working: [7, 7, 7], failStreak: 2 },
      { actual: [7, 6, 5], rpeLast: 10 },
      { ...regress, completion: 18 / 21, working: [6, 6, 6], failStreak: 0 },
    ],
    [
      'less than half done',
      { working: [7, 7, 7] },
      { actual: [4, 3, 2], rpeLast: 10 },
      { decision: 'hold', reason: 'missed', completion: 9 / 21, failStreak: 2 },
    ],
    [
      'a third miss at the start',
      { working: [5, 5, 5], failStreak: 2 },
      { actual: [5, 5, 4], rpeLast: 10 },
      { decision: 'swap_down', reason: 'floor_reached' },
    ],
    ['default met', { working: [8, 8, 8] }, { actual: [8, 8, 8], rpeLast: 9 }, { ...metOnce, masteryCount: 1 }],
    [
      'default met again',
      { working: [8, 8, 8], masteryCount: 1 },
      { actual: [9, 8, 8] },
      { ...metTwice, mastered: true },
    ],
    ['at RPE 10', { working: [6, 6, 6] }, { actual: [6, 6, 6], rpeLast: 10 }, { ...atLimit, working: [6, 6, 6] }],
    [
      'strong pain',
      { working: [8, 8, 7] },
      { actual: [8, 8, 7], rpeLast: 7, pain: 7 },
      { decision: 'regress', reason: 'pain_stop', working: [5, 5, 5] },
    ],
    [
      'strong pain at the start',
      { working: [5, 5, 5], overStreak: 1 },
      { actual: [5, 5, 5], rpeLast: 7, pain: 7 },
      { decision: 'swap_down', reason: 'pain_stop', working: [5, 5, 5], overStreak: 0 },
    ],
    ['over at the limit', { working: [6, 6, 6] }, { actual: [6, 6, 9], rpeLast: 10 }, { ...atLimit, overStreak: 1 }],
    [
      'a hold a quarter longer',
      { ...holds, working: [10, 10, 10] },
      { actual: [10, 10, 13], rpeLast: 8 },
      { decision: 'progress', working: [15, 15, 15], overStreak: 1 },
    ],
  ]

  it.each(examples)('%s', (_, state, session, expected) => {
    expect(decide(state, session)).toMatchObject(expected)
  })
})

describe('edges', () => {
  it('pain of 4 holds and forgets the streak, but not the misses nor the mastery', () => {
    const state = { working: [8, 8, 8], overStreak: 1, failStreak: 2, masteryCount: 1 }
    const decision = decide(state, { actual: [8, 8, 8], rpeLast: 7, pain: 4 })
    expect(decision).toMatchObject({ decision: 'hold', reason: 'pain_caution', overStreak: 0 })
    expect(decision).toMatchObject({ failStreak: 2, masteryCount: 1 })
  })

  it('counts a missing set as 0 and ignores further ones', () => {
    expect(decide({ working: [5, 5, 5] }, { actual: [5, 5] }).reason).toBe('missed')
    expect(decide({ working: [5, 5, 5] }, { actual: [5, 5, 5, 1] }).reason).toBe('target_met')
  })

  it('keeps the over streak of a hold at the limit, and may count beyond two', () => {
    expect(decide({ working: [6, 6, 6], overStreak: 2 }, { actual: [6, 6, 9], rpeLast: 10 }).overStreak).toBe(3)
  })

  it('never raises a set above its default, nor lets a mastery go', () => {
    const decision = decide({ working: [8, 7, 7], mastered: true }, { actual: [8, 7, 7], rpeLast: 6 })
    expect(decision).toMatchObject({ working: [8, 8, 8], mastered: true })
  })

  it('raises the first of the smallest sets below its default', () => {
    const state = { defaults: [8, 6, 8], working: [7, 6, 7] }
    expect(decide(state, { actual: [7, 6, 7], rpeLast: 9 }).working).toEqual([8, 6, 7])
  })
})

describe('boundaries of safety', () => {
  const { pain, miss } = rulesInForce.progression
  const met = { actual: [6, 6, 6], rpeLast: 7 }
  const working = [6, 6, 6]

  it('goes on as without pain when pain is exactly at "caution"', () => {
    expect(decide({ working }, { ...met, pain: pain.cautionAbove })).toEqual(decide({ working }, met))
  })

  it('holds when pain is one above "caution", and still when it is exactly at "stop"', () => {
    for (const level of [pain.cautionAbove + 1, pain.stopAbove]) {
      expect(decide({ working }, { ...met, pain: level })).toMatchObject({ decision: 'hold', reason: 'pain_caution' })
    }
  })

  it('takes the exercise back when pain is one above "stop"', () => {
    expect(decide({ working }, { ...met, pain: pain.stopAbove + 1 })).toMatchObject({
      decision: 'regress',
      reason: 'pain_stop',
    })
  })

  it('counts a miss once when exactly the severe share was done, and more when it was less', () => {
    const ten = [10, 10]
    const atShare = { actual: [10, 20 * miss.severeBelow - 10] }
    expect(decide({ working: ten }, atShare).failStreak).toBe(miss.ordinaryWeight)
    expect(decide({ working: ten }, { actual: [9, 0] }).failStreak).toBe(miss.severeWeight)
  })
})
