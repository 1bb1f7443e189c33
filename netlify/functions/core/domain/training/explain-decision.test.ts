import { describe, expect, it } from 'vitest'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { explainDecision, thresholdsOf } from './explain-decision.js'

type Explained = Parameters<typeof explainDecision>[0]

const decided = (more: Partial<Explained>): Explained => ({
  decision: 'hold',
  reason: 'missed',
  before: [6, 6, 6],
  after: [6, 6, 6],
  overridden: false,
  inputs: {
    actual: [6, 6, 5],
    rpeLast: 9.5,
    pain: 4,
    defaults: [8, 8, 8],
    overStreak: 0,
    failStreak: 0,
    masteryCount: 0,
  },
  ...more,
})
const after = [7, 7, 7]
const { inputs } = decided({})
const strongPain = { ...inputs, pain: 6 }

describe('explainDecision', () => {
  it.each<[Partial<Explained>, string]>([
    [{ reason: 'target_met', after }, 'You met 6, 6, 6 reps, so next time it is 7, 7, 7 reps.'],
    [
      { reason: 'two_for_two', after },
      'Twice in a row you had reps or seconds to spare beyond 6, 6, 6 reps, so next time it is 7, 7, 7 reps.',
    ],
    [{ reason: 'at_limit' }, 'You met 6, 6, 6 reps, but the last set at RPE 9.5 left nothing in reserve, so it stays.'],
    [{ reason: 'missed' }, 'You did 6, 6, 5 reps of 6, 6, 6 reps, so the target stays.'],
    [
      { reason: 'repeated_miss', after: [5, 5, 5] },
      'The target of 6, 6, 6 reps was missed repeatedly, so next time it is 5, 5, 5 reps.',
    ],
    [
      { reason: 'floor_reached' },
      'The starting target of 6, 6, 6 reps was missed repeatedly: train its prerequisite first.',
    ],
    [{ reason: 'pain_caution' }, 'Pain of 4 out of 10 was noted, so the target of 6, 6, 6 reps stays.'],
    [{ reason: 'deload' }, 'This is a week of deload, so the target of 6, 6, 6 reps stays.'],
    [{ reason: 'plan_met' }, 'You did what was planned, which was less than 6, 6, 6 reps, so the target stays.'],
    [{ reason: 'assisted' }, 'Sets with assistance say little about 6, 6, 6 reps, so the target stays.'],
  ])('fits %o', (more, sentence) => {
    expect(explainDecision(decided(more), 'reps')).toBe(sentence)
  })

  it('tells the athlete to seek advice when strong pain lowers the target', () => {
    const stopped = decided({ decision: 'regress', reason: 'pain_stop', after: [5, 5, 5], inputs: strongPain })
    expect(explainDecision(stopped, 'reps')).toBe(
      'Pain of 6 out of 10 was noted, so next time it is 5, 5, 5 reps; seek advice if it lasts.',
    )
  })

  it('offers an easier exercise when there was strong pain at the starting target', () => {
    const stopped = decided({ decision: 'swap_down', reason: 'pain_stop', inputs: strongPain })
    expect(explainDecision(stopped, 'reps')).toBe(
      'Pain of 6 out of 10 was noted at the starting target: take an easier exercise, and seek advice if it lasts.',
    )
  })

  it('tells what is missing when the standard was met once', () => {
    expect(explainDecision(decided({ reason: 'default_met_once' }), 'reps')).toBe(
      'You met the standard of 6, 6, 6 reps; meet it once more and the exercise is mastered.',
    )
  })

  it('calls the exercise mastered when the standard was met twice', () => {
    const mastered = decided({ reason: 'default_met_twice', inputs: { ...inputs, masteryCount: 1 } })
    expect(explainDecision(mastered, 'reps')).toBe('You met the standard of 6, 6, 6 reps twice in a row: mastered.')
  })

  it('says that the exercise stays mastered when the standard was met before', () => {
    const again = decided({ reason: 'default_met_twice', inputs: { ...inputs, masteryCount: 2 } })
    expect(explainDecision(again, 'reps')).toBe('You met the standard of 6, 6, 6 reps once more: it stays mastered.')
  })

  it('names what the athlete chose instead', () => {
    const chosen = decided({ reason: 'missed', after: [8, 7, 7], overridden: true })
    expect(explainDecision(chosen, 'reps')).toContain('so the target stays. You chose 8, 7, 7 reps instead.')
  })
})

describe('thresholdsOf', () => {
  it.each([
    ['pain_stop', { painAbove: 5, keepTenths: 6 }],
    ['pain_caution', { painAbove: 3 }],
    ['missed', { missesMax: 3, severeBelow: 0.5, keepTenths: 9 }],
    ['at_limit', { rpeAbove: 9 }],
    ['two_for_two', { streak: 2, repsMargin: 2, durationFactor: 1.25, steps: 2 }],
    ['default_met_once', { masteryAt: 2 }],
    ['deload', { days: 7, rpeCap: 7 }],
    ['target_met', { twoStepsRpeMax: 6.5, oneStepRpeMax: 8 }],
  ] as const)('gives the numbers of the rules behind %s', (reason, thresholds) => {
    expect(thresholdsOf({ reason }, rulesInForce)).toEqual(thresholds)
  })
})
