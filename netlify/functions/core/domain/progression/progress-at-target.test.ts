import { describe, expect, it } from 'vitest'
import { rules2026v1, rules2026v2 } from '#domain/rules/training-rules.js'
import { progress } from './progress.js'
import type { ProgressSession, ProgressState } from './progress-state.js'

type Given = Partial<ProgressState> & { readonly working: readonly number[] }
type When = Partial<ProgressSession> & { readonly actual: readonly number[] }

const by = (rules: typeof rules2026v2) => (state: Given, session: When) =>
  progress(
    {
      metric: 'reps',
      defaults: state.working.map(() => 10),
      overStreak: 0,
      failStreak: 0,
      masteryCount: 0,
      mastered: false,
      ...state,
    },
    { rpeLast: null, pain: 0, ...session },
    rules,
  )
const first = by(rules2026v1)
const second = by(rules2026v2)

describe('an athlete who does far more than asked, close to the limit', () => {
  const state = { working: [6, 6, 6] }
  const session = { actual: [25, 25, 25], rpeLast: 9.5 }

  it('stays for ever by the first rules', () => {
    expect(first(state, session)).toMatchObject({ decision: 'hold', reason: 'at_limit', working: [6, 6, 6] })
  })

  it('is at the standard after two sessions by the second', () => {
    const once = second(state, session)
    expect(once).toMatchObject({ decision: 'progress', working: [8, 8, 8] })
    expect(second({ ...state, ...once }, session)).toMatchObject({ decision: 'progress', working: [10, 10, 10] })
  })
})

describe('the effort at the target', () => {
  it('is a point less for each rep more than asked', () => {
    expect(second({ working: [6, 6] }, { actual: [6, 6], rpeLast: 9 }).working).toEqual([7, 6])
    expect(second({ working: [6, 6] }, { actual: [6, 7], rpeLast: 9 }).working).toEqual([7, 7])
  })

  it('is a point less for each tenth of a hold more than asked', () => {
    const hold = { metric: 'duration', defaults: [60, 60], working: [20, 20] } as const
    expect(second(hold, { actual: [20, 20], rpeLast: 9 }).working).toEqual([26, 20])
    expect(second(hold, { actual: [20, 22], rpeLast: 9 }).working).toEqual([26, 26])
  })

  it('is a point more for each rep less, where a set that ended early counts for its target', () => {
    const session = { actual: [6, 4], counted: [6, 6], rpeLast: 8 }
    expect(second({ working: [6, 6] }, session)).toMatchObject({ reason: 'met_at_limit', completion: 1 })
  })

  it('never falls below the easiest rating, and is unknown without one', () => {
    expect(second({ working: [4, 4] }, { actual: [4, 40], rpeLast: 9 }).working).toEqual([6, 6])
    expect(second({ working: [4, 4] }, { actual: [4, 40], rpeLast: null }).working).toEqual([5, 5])
  })
})

describe('a target that was met with nothing in reserve', () => {
  const atLimit = { actual: [6, 6], rpeLast: 10 }

  it('goes one set further below the standard', () => {
    expect(second({ working: [6, 6] }, atLimit)).toMatchObject({ reason: 'met_at_limit', working: [7, 6] })
  })

  it('stays by the first rules', () => {
    expect(first({ working: [6, 6] }, atLimit)).toMatchObject({ reason: 'at_limit', working: [6, 6] })
  })

  it('stays at the standard, and does not count towards mastery', () => {
    const standard = { working: [6, 6], defaults: [6, 6], masteryCount: 1 }
    expect(second(standard, atLimit)).toMatchObject({ decision: 'hold', reason: 'at_limit', masteryCount: 0 })
  })
})

describe('the step of a hold', () => {
  const rises = (standard: number, from: number, decide: typeof first) =>
    decide({ metric: 'duration', defaults: [standard], working: [from] }, { actual: [from], rpeLast: 8 }).working[0]

  it('is a tenth of the standard, at least a second, where it was five seconds', () => {
    expect([rises(4, 2, second), rises(15, 5, second), rises(30, 10, second)]).toEqual([3, 7, 13])
    expect([rises(4, 2, first), rises(15, 5, first), rises(30, 10, first)]).toEqual([4, 10, 15])
  })
})

describe('a mastered exercise', () => {
  const mastered = { working: [10, 10], masteryCount: 2, mastered: true }
  const met = { actual: [10, 10], rpeLast: 8 }

  it('is mastered again by the first rules', () => {
    expect(first(mastered, met)).toMatchObject({ decision: 'mastered', reason: 'default_met_twice', masteryCount: 3 })
  })

  it('is mastered already by the second', () => {
    const { decision, reason, masteryCount } = second(mastered, met)
    expect({ decision, reason, masteryCount }).toEqual({
      decision: 'consolidate',
      reason: 'mastered_already',
      masteryCount: 2,
    })
  })

  it('rises on where there is room above the standard', () => {
    const bridged = { ...mastered, ceilings: [15, 15] }
    expect(second(bridged, met)).toMatchObject({ reason: 'target_met', working: [11, 11], mastered: true })
  })
})

describe('sets that cannot speak for a mastery', () => {
  it('stay where they can rise no further', () => {
    const state = { working: [10, 10], masters: false }
    expect(second(state, { actual: [10, 10], rpeLast: 8 })).toMatchObject({
      decision: 'consolidate',
      reason: 'ceiling_met',
      masteryCount: 0,
    })
  })
})

describe('sets above the standard', () => {
  const asked = { working: [15, 15] }

  it('meet the standard when they are done', () => {
    expect(second(asked, { actual: [15, 15], rpeLast: 8 })).toMatchObject({
      reason: 'default_met_once',
      working: [15, 15],
    })
  })

  it('are missed when they are not', () => {
    expect(second(asked, { actual: [15, 12], rpeLast: 10 })).toMatchObject({ reason: 'missed', working: [15, 15] })
  })
})

describe('the way to a mastery', () => {
  it('begins anew after a miss, and after a target below the standard', () => {
    const once = { working: [10, 10, 10], masteryCount: 1 }
    expect(second(once, { actual: [4, 4, 4] })).toMatchObject({ reason: 'missed', masteryCount: 0 })
    expect(second({ ...once, working: [6, 6, 6] }, { actual: [6, 6, 6] })).toMatchObject({ masteryCount: 0 })
  })

  it('stays behind who has gone it, by the second rules', () => {
    const mastered = { working: [6, 6, 6], masteryCount: 2, mastered: true }
    const counts = [first, second].map((decide) => decide(mastered, { actual: [6, 6, 6] }).masteryCount)
    expect(counts).toEqual([0, 2])
  })
})

it('holds the standard that was met at the limit, although a plan above it lets sets rise', () => {
  const state = { working: [10, 10, 10], ceilings: [12, 12, 12] }
  expect(second(state, { actual: [10, 10, 10], rpeLast: 10 })).toMatchObject({ decision: 'hold', reason: 'at_limit' })
})
