import { describe, expect, it } from 'vitest'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { coachView, known, rung, standing, today } from '#tests/support/coach.js'
import { categoryAbility, estimateOf, slotAbility, standingOf, startOfSlot } from './estimate.js'

const pushUp = rung('push-up', 2)
const lever = rung('tuck-front-lever', 4, { slot: 'skill', ladder: 'front-lever', category: 'Pull' })
const monthAgo = { mean: 2.5, variance: 0.1, day: today - 30 }

describe('startOfSlot', () => {
  it('is the category, less certain by 0.09', () => {
    expect(startOfSlot({ mean: 2, variance: 0.1 }, rulesInForce)).toEqual({ mean: 2, variance: 0.19 })
  })

  it('is no less certain than 1', () => {
    expect(startOfSlot({ mean: 2, variance: 0.95 }, rulesInForce).variance).toBe(1)
  })
})

describe('categoryAbility', () => {
  it('is aged to the day', () => {
    const view = coachView({ categories: new Map([['Push', monthAgo]]) })
    // 30 days add 0.06, and take 0.006 for each of the 16 after two weeks
    expect(categoryAbility(pushUp, view).mean).toBeCloseTo(2.404, 12)
    expect(categoryAbility(pushUp, view).variance).toBeCloseTo(0.16, 12)
  })

  it('is a wide guess when nothing is known', () => {
    expect(categoryAbility(pushUp, coachView({ categories: new Map() }))).toEqual({ mean: 1, variance: 1 })
  })

  it('does not grow younger when it was estimated after the day', () => {
    const view = coachView({ categories: new Map([['Push', { ...monthAgo, day: today + 3 }]]) })
    expect(categoryAbility(pushUp, view)).toMatchObject({ mean: 2.5, variance: 0.1 })
  })
})

describe('slotAbility', () => {
  it('is the slot aged to the day, whatever its category', () => {
    const view = coachView({ slots: new Map([['hpush', { ...monthAgo, mean: 3.1 }]]) })
    expect(slotAbility(pushUp, view).mean).toBeCloseTo(3.004, 12)
  })

  it('starts at the category of the exercise when the slot is new', () => {
    const view = coachView({ slots: new Map([['vpush', known(3.5)]]) })
    expect(slotAbility(pushUp, view)).toEqual({ mean: 2.5, variance: 0.19 })
  })

  it('of a skill is that of its own ladder', () => {
    const view = coachView({
      slots: new Map([
        ['skill:planche', known(3)],
        ['skill:front-lever', known(4)],
      ]),
    })
    expect(slotAbility(lever, view).mean).toBe(4)
  })
})

describe('estimateOf', () => {
  it('adds what is known of the exercise', () => {
    const offset = { mean: -0.2, variance: 0.02 }
    const view = coachView({
      slots: new Map([['hpush', known(3)]]),
      exercises: new Map([[pushUp.id, standing({ offset })]]),
    })
    expect(estimateOf(pushUp, view).mean).toBeCloseTo(2.8, 12)
    expect(estimateOf(pushUp, view).variance).toBeCloseTo(0.08, 12)
  })

  it('of a new exercise is less certain than its slot by 0.04', () => {
    const view = coachView({ slots: new Map([['hpush', known(3)]]) })
    expect(estimateOf(pushUp, view)).toEqual({ mean: 3, variance: 0.1 })
  })
})

it('standingOf an exercise that was never done has no working values and no days', () => {
  expect(standingOf(pushUp, coachView())).toEqual({
    mastered: false,
    told: null,
    lastSets: [],
    working: null,
    modifier: 'none',
    offset: { mean: 0, variance: 0.04 },
    lastOn: null,
    gainOn: null,
    sessionsWithoutGain: 0,
    regressedOn: null,
    swappedDownOn: null,
  })
})
