import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { coachView, known, rung, standing } from '#tests/support/coach.js'
import type { CoachStanding, Modifier } from './coach-athlete.js'
import { type TargetRequest, targetsOf } from './targets.js'

const pushUp = rung('push-up', 2, { defaults: [10, 10, 10] })
const plank = rung('plank', 2, { metric: 'duration', defaults: [30, 30] })
const plain: TargetRequest = { sets: 5, modifier: 'none', modifierLevels: 0, rpeCap: null }
const offset = { mean: 0, variance: 0 }

function targets(
  mean: number,
  facts: Partial<CoachStanding> | null,
  request: Partial<TargetRequest> = {},
  exercise = pushUp,
) {
  const exercises = new Map(facts ? [[exercise.id, standing({ offset, ...facts })]] : [])
  const view = coachView({ slots: new Map([['hpush', known(mean)]]), exercises })
  const { targets: amounts, rule } = targetsOf(exercise, { ...plain, ...request }, view)
  return { id: rule.id, amounts: amounts.join(' '), rule }
}

describe('targetsOf an exercise with working values', () => {
  it('are raised by two at most towards the estimate', () => {
    const { id, amounts, rule } = targets(2.3, { working: [6, 6, 6] })
    expect([id, amounts]).toEqual(['target.raised_to_estimate', '8 8 8 8 8'])
    expect(rule).toMatchObject({ difference: expect.closeTo(3.8, 9), threshold: 1 })
    expect(rule.maximum).toBeCloseTo(13.499, 3)
  })

  it('are raised to what the estimate says when that is less than a step', () => {
    // 10 at its difficulty: 8 7 7 6 5
    expect(targets(2, { working: [6, 6, 5, 5, 5] })).toMatchObject({
      id: 'target.raised_to_estimate',
      amounts: '8 7 7 6 5',
    })
  })

  it('are lowered to the estimate at once', () => {
    expect(targets(2, { working: [10, 10, 10] })).toMatchObject({
      id: 'target.lowered_to_estimate',
      amounts: '8 7 7 6 5',
    })
  })

  it('stay when they differ by less than a rep, the last one repeated', () => {
    expect(targets(2, { working: [7, 7, 6] })).toMatchObject({ id: 'target.working_value', amounts: '7 7 6 6 6' })
  })

  it('stay no more than a rep above the estimate, set by set', () => {
    expect(targets(2, { working: [10, 7, 7, 5, 5] })).toMatchObject({
      id: 'target.working_value',
      amounts: '9 7 7 5 5',
    })
  })

  it('of a hold follow by ten seconds at most, when they differ by a tenth of its standard', () => {
    // 40.5 s: 32 30 28 26 24
    expect(targets(2.3, { working: [10] }, {}, plank)).toMatchObject({
      id: 'target.raised_to_estimate',
      amounts: '20 20 20 20 20',
    })
    expect(targets(2.3, { working: [26] }, {}, plank)).toMatchObject({
      id: 'target.working_value',
      amounts: '26 26 26 26 26',
    })
  })

  it('of a short hold do not stay near the maximum', () => {
    const supportHold = rung('support-hold', 2, { metric: 'duration', defaults: [10] })
    // 13.5 s: 10 10 9 8 8
    expect(targets(2.3, { working: [13, 14, 14] }, {}, supportHold)).toMatchObject({
      id: 'target.lowered_to_estimate',
      amounts: '10 10 9 8 8',
    })
  })

  it('count with their own modifier only', () => {
    const slow = { working: [5, 5, 5], modifier: 'tempo' } as const
    const how: Partial<TargetRequest> = { modifier: 'tempo', modifierLevels: 0.35 }
    expect(targets(2.35, slow, how)).toMatchObject({ id: 'target.raised_to_estimate', amounts: '7 7 7 6 5' })
    expect(targets(2.35, slow).id).toBe('target.first_time')
  })
})

describe('targetsOf an exercise for the first time', () => {
  it('are held back by a third of the uncertainty', () => {
    // a new exercise adds 0.04: 14.92 e^(-0.35 sqrt(0.1)) = 13.36
    const { id, amounts, rule } = targets(2.4, null, { sets: 3 })
    expect([id, amounts]).toEqual(['target.first_time', '10 10 10'])
    expect(rule).toMatchObject({ difference: null, threshold: 0.35, maximum: expect.closeTo(13.355, 3) })
  })

  it('are at least one', () => {
    expect(targets(0, null).amounts).toBe('1 1 1 1 1')
  })
})

describe('the most that targets may be', () => {
  it('is the standard', () => {
    expect(targets(2.25, { working: [12] }, { sets: 3 }).amounts).toBe('10 10 9')
  })

  it('is one and a half of it when the last set reaches the standard too, to bridge to the next rung', () => {
    expect(targets(2.7, { working: [15] }, { sets: 3 }).amounts).toBe('15 15 15')
    expect(targets(2.7, { working: [15] }, { sets: 3 }, { ...pushUp, defaults: [7] }).amounts).toBe('11 11 10')
  })

  it('is not that for an exercise that was never trained', () => {
    expect(targets(3, null, { sets: 3 }).amounts).toBe('10 10 10')
  })

  it('is twice the standard with a modifier, of reps and of seconds', () => {
    const beyond = (modifier: Modifier, exercise = pushUp) =>
      targets(5, { working: [60], modifier }, { sets: 1, modifier, modifierLevels: 0 }, exercise).amounts
    expect(beyond('tempo')).toBe('20')
    expect(beyond('reps', plank)).toBe('60')
    expect(beyond('reps', { ...plank, defaults: [25] })).toBe('50')
  })

  it('is 25 reps or a minute', () => {
    expect(targets(5, { working: [25] }, { sets: 1 }, { ...pushUp, defaults: [20] }).amounts).toBe('25')
    expect(targets(5, { working: [60] }, { sets: 1 }, { ...plank, defaults: [45] }).amounts).toBe('60')
  })

  it('is what an RPE leaves in reserve, rounded up to a rep', () => {
    // 10 9.3 8.6: three in reserve at RPE 7, and at 7.5
    const capped = (rpeCap: number) => targets(2, { working: [8, 8, 8] }, { sets: 3, rpeCap }).amounts
    expect(capped(7)).toBe('7 6 5')
    expect(capped(7.5)).toBe('7 6 5')
    expect(capped(8)).toBe('8 7 6')
    expect(capped(9)).toBe('8 8 7')
  })

  it('is a tenth of a hold for each point of RPE', () => {
    // 30 27.9 over 1.3
    expect(targets(2, { working: [24] }, { sets: 2, rpeCap: 7 }, plank).amounts).toBe('23 21')
  })

  it('is capped from what a first time is held back to', () => {
    expect(targets(2.4, null, { sets: 3, rpeCap: 7 }).amounts).toBe('10 9 8')
  })
})

it('targets never fall when an athlete gets stronger', () => {
  const mean = fc.double({ min: 0, max: 5, noNaN: true })
  fc.assert(
    fc.property(
      mean,
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.constantFrom(null, 7, 8),
      (level, more, rpeCap) => {
        const at = (ability: number) => targets(ability, null, { rpeCap }).amounts.split(' ').map(Number)
        const stronger = at(level + more)
        expect(at(level).every((amount, index) => (stronger[index] ?? 0) >= amount)).toBe(true)
      },
    ),
  )
})
