import { describe, expect, it } from 'vitest'
import { rules2026v1 } from '#domain/rules/training-rules.js'
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
  progress(given(state), { rpeLast: null, pain: 0, ...session }, rules2026v1)

const regress = { decision: 'regress', reason: 'repeated_miss' }
const metOnce = { decision: 'consolidate', reason: 'default_met_once' }
const metTwice = { decision: 'mastered', reason: 'default_met_twice' }
const targetMet = { decision: 'progress', reason: 'target_met' }
const atLimit = { decision: 'hold', reason: 'at_limit' }

describe('progress in the worked examples', () => {
  const holds = { metric: 'duration', defaults: [30, 30, 30] } as const
  const examples: [string, Given, When, object][] = [
    [
      'raises every set by one when the targets are met at RPE 8',
      { working: [5, 5, 5] },
      { actual: [5, 5, 5], rpeLast: 8 },
      { ...targetMet, working: [6, 6, 6] },
    ],
    [
      'raises one set when the targets are met at RPE 9',
      { working: [6, 6, 6] },
      { actual: [6, 6, 6], rpeLast: 9 },
      { ...targetMet, working: [7, 6, 6] },
    ],
    [
      'raises every set by two when the targets are met at RPE 6.5',
      { working: [5, 5, 5] },
      { actual: [5, 5, 5], rpeLast: 6.5 },
      { working: [7, 7, 7] },
    ],
    [
      'counts one session that is two reps over the target in the last set',
      { working: [5, 5, 5] },
      { actual: [5, 5, 7], rpeLast: 8 },
      { working: [6, 6, 6], overStreak: 1 },
    ],
    [
      'raises every set by two after two sessions that are two reps over',
      { working: [6, 6, 6], overStreak: 1 },
      { actual: [6, 6, 8], rpeLast: 8.5 },
      { decision: 'progress', reason: 'two_for_two', working: [8, 8, 8], overStreak: 0 },
    ],
    [
      'lowers the working sets at the third miss',
      { working: [7, 7, 7], failStreak: 2 },
      { actual: [7, 6, 5], rpeLast: 10 },
      { ...regress, completion: 18 / 21, working: [6, 6, 6], failStreak: 0 },
    ],
    [
      'counts a miss twice when less than half was done',
      { working: [7, 7, 7] },
      { actual: [4, 3, 2], rpeLast: 10 },
      { decision: 'hold', reason: 'missed', completion: 9 / 21, failStreak: 2 },
    ],
    [
      'swaps down at the third miss when the working sets are at the start',
      { working: [5, 5, 5], failStreak: 2 },
      { actual: [5, 5, 4], rpeLast: 10 },
      { decision: 'swap_down', reason: 'floor_reached' },
    ],
    [
      'consolidates when the default is met once',
      { working: [8, 8, 8] },
      { actual: [8, 8, 8], rpeLast: 9 },
      { ...metOnce, masteryCount: 1 },
    ],
    [
      'masters the exercise when the default is met again',
      { working: [8, 8, 8], masteryCount: 1 },
      { actual: [9, 8, 8] },
      { ...metTwice, mastered: true },
    ],
    [
      'holds when the targets are met at RPE 10',
      { working: [6, 6, 6] },
      { actual: [6, 6, 6], rpeLast: 10 },
      { ...atLimit, working: [6, 6, 6] },
    ],
    [
      'goes back to the start on strong pain',
      { working: [8, 8, 7] },
      { actual: [8, 8, 7], rpeLast: 7, pain: 7 },
      { decision: 'regress', reason: 'pain_stop', working: [5, 5, 5] },
    ],
    [
      'swaps down on strong pain when the working sets are at the start',
      { working: [5, 5, 5], overStreak: 1 },
      { actual: [5, 5, 5], rpeLast: 7, pain: 7 },
      { decision: 'swap_down', reason: 'pain_stop', working: [5, 5, 5], overStreak: 0 },
    ],
    [
      'counts a session over the target even when RPE 10 makes it hold',
      { working: [6, 6, 6] },
      { actual: [6, 6, 9], rpeLast: 10 },
      { ...atLimit, overStreak: 1 },
    ],
    [
      'raises a hold by 5 s, and counts a quarter more than the target as over',
      { ...holds, working: [10, 10, 10] },
      { actual: [10, 10, 13], rpeLast: 8 },
      { decision: 'progress', working: [15, 15, 15], overStreak: 1 },
    ],
  ]

  it.each(examples)('%s', (_, state, session, expected) => {
    expect(decide(state, session)).toMatchObject(expected)
  })
})

describe('progress at its edges', () => {
  it('holds at pain of 4 and resets only the streak of sessions over the target', () => {
    const state = { working: [8, 8, 8], overStreak: 1, failStreak: 2, masteryCount: 1 }
    const decision = decide(state, { actual: [8, 8, 8], rpeLast: 7, pain: 4 })
    expect(decision).toMatchObject({ decision: 'hold', reason: 'pain_caution', overStreak: 0 })
    expect(decision).toMatchObject({ failStreak: 2, masteryCount: 1 })
  })

  it('counts a missing set as 0', () => {
    expect(decide({ working: [5, 5, 5] }, { actual: [5, 5] }).reason).toBe('missed')
  })

  it('ignores sets beyond the plan', () => {
    expect(decide({ working: [5, 5, 5] }, { actual: [5, 5, 5, 1] }).reason).toBe('target_met')
  })

  it('counts the streak over the target beyond two while RPE 10 makes it hold', () => {
    expect(decide({ working: [6, 6, 6], overStreak: 2 }, { actual: [6, 6, 9], rpeLast: 10 }).overStreak).toBe(3)
  })

  it('clears the streak over the target at a miss', () => {
    const missed = { actual: [6, 6, 5] }
    expect(decide({ working: [6, 6, 6], overStreak: 1 }, missed)).toMatchObject({ decision: 'hold', overStreak: 0 })
    expect(decide({ working: [6, 6, 6], overStreak: 1, failStreak: 2 }, missed)).toMatchObject({
      decision: 'regress',
      overStreak: 0,
    })
  })

  it('clears the count towards mastery when the default was met at RPE 10', () => {
    const atTen = { actual: [8, 8, 8], rpeLast: 10 }
    expect(decide({ working: [8, 8, 8], masteryCount: 1 }, atTen)).toMatchObject({ ...atLimit, masteryCount: 0 })
  })

  it('clears every count when two sessions in a row were over the target', () => {
    const state = { working: [5, 5, 5], overStreak: 1, failStreak: 2, masteryCount: 1 }
    expect(decide(state, { actual: [5, 5, 7], rpeLast: 8 })).toMatchObject({
      reason: 'two_for_two',
      overStreak: 0,
      failStreak: 0,
      masteryCount: 0,
    })
  })

  it('raises every set by one when the last set was not rated', () => {
    expect(decide({ working: [5, 5, 5] }, { actual: [5, 5, 5] })).toMatchObject({ ...targetMet, working: [6, 6, 6] })
  })

  it('never raises a set above its default, and keeps a mastery', () => {
    const decision = decide({ working: [8, 7, 7], mastered: true }, { actual: [8, 7, 7], rpeLast: 6 })
    expect(decision).toMatchObject({ working: [8, 8, 8], mastered: true })
  })

  it('raises the first of the smallest sets below their default', () => {
    const state = { defaults: [8, 6, 8], working: [7, 6, 7] }
    expect(decide(state, { actual: [7, 6, 7], rpeLast: 9 }).working).toEqual([8, 6, 7])
  })
})

describe('progress at the boundaries of safety', () => {
  const { pain, miss } = rules2026v1.progression
  const met = { actual: [6, 6, 6], rpeLast: 7 }
  const working = [6, 6, 6]

  it('decides as without pain when pain is exactly at "caution"', () => {
    expect(decide({ working }, { ...met, pain: pain.cautionAbove })).toEqual(decide({ working }, met))
  })

  it('holds when pain is one above "caution" or exactly at "stop"', () => {
    for (const level of [pain.cautionAbove + 1, pain.stopAbove]) {
      expect(decide({ working }, { ...met, pain: level })).toMatchObject({ decision: 'hold', reason: 'pain_caution' })
    }
  })

  it('regresses when pain is one above "stop"', () => {
    expect(decide({ working }, { ...met, pain: pain.stopAbove + 1 })).toMatchObject({
      decision: 'regress',
      reason: 'pain_stop',
    })
  })

  it('counts an ordinary miss when exactly the severe share was done, and a severe one below it', () => {
    const ten = [10, 10]
    const atShare = { actual: [10, 20 * miss.severeBelow - 10] }
    expect(decide({ working: ten }, atShare).failStreak).toBe(miss.ordinaryWeight)
    expect(decide({ working: ten }, { actual: [9, 0] }).failStreak).toBe(miss.severeWeight)
  })
})
