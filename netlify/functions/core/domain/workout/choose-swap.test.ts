import { describe, expect, it } from 'vitest'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { coachView, known, libraryOfRungs, rung } from '#tests/support/coach.js'
import { chooseSwap, type SwapRequest } from './choose-swap.js'

type Athlete = NonNullable<Parameters<typeof coachView>[0]>

const from = rung('push-up', 1.5)
const [like, easier, harder, far] = [rung('like', 1.6), rung('easier', 0.5), rung('harder', 2), rung('far', 4.5)]
const twin = rung('twin', 1.5)
const other = rung('other', 1, { slot: 'vpush' })
const strange = rung('squat', 1, { slot: 'squat', category: 'Squat' })

function swap(asked: Partial<SwapRequest>, athlete: Athlete = {}, rules = rulesInForce) {
  const view = { ...coachView(athlete, libraryOfRungs(from, like, easier, harder, far, other, strange)), rules }
  return chooseSwap({ from, to: null, direction: null, taken: [from.id], sets: 3, ...asked }, view)
}

const chosen = (asked: Partial<SwapRequest>) => swap(asked).exercise.slug

describe('chooseSwap', () => {
  it('chooses the best option, or the best of a kind', () => {
    expect(chosen({})).toBe('like')
    expect(chosen({ direction: 'easier' })).toBe('easier')
    expect(chosen({ direction: 'harder' })).toBe('harder')
  })

  it('names what else would fit', () => {
    expect(swap({}).alternatives.map(({ exercise }) => exercise.slug)).toEqual(['easier', 'harder'])
  })

  it('plans as many sets as there were', () => {
    expect(swap({ sets: 2 }).targets).toHaveLength(2)
  })

  it('takes what the athlete named: an option, or anything easier of the slot although the session has it', () => {
    expect(chosen({ to: harder })).toBe('harder')
    expect(chosen({ to: easier, taken: [from.id, easier.id] })).toBe('easier')
  })

  it.each<[string, Partial<SwapRequest>, string]>([
    ['a leap', { to: far }, 'far is not another exercise that fits for push-up.'],
    ['the exercise itself', { to: from, taken: [] }, 'push-up is not another exercise that fits for push-up.'],
    [
      'one as hard that the session has',
      { to: twin, taken: [twin.id] },
      'twin is not another exercise that fits for push-up.',
    ],
    ['another muscle', { to: strange }, 'squat is not another exercise that fits for push-up.'],
    ['an easier one as a harder', { to: easier, direction: 'harder' }, 'easier is not a harder variation for push-up.'],
    [
      'when there is nothing of the kind',
      { direction: 'harder', taken: [from.id, harder.id] },
      'There is not a harder variation for push-up that you can do now.',
    ],
  ])('refuses %s', (_, asked, detail) => {
    expect(() => swap(asked)).toThrow(`SWAP_NOT_POSSIBLE: ${detail}`)
  })
})

describe('the targets of what was swapped in', () => {
  const { coach } = rulesInForce
  const rpeCaps = { amber: 7, deload: 6, eased: 5, red: 4 }
  const rules = { ...rulesInForce, coach: { ...coach, session: { ...coach.session, rpeCaps } } }
  const sore = { pain: [{ day: 100, site: 'elbow' as const, pain: 4 }] }
  const targetOf = (athlete: Athlete) =>
    swap({ to: like }, { slots: new Map([['hpush', known(1.9)]]), ...athlete }, rules).targets[0]

  it('leave more in reserve the more there is to be careful of, by the strictest cap', () => {
    expect(targetOf({ band: 'green' })).toBe(8)
    expect(targetOf({ band: 'amber' })).toBe(6)
    expect(targetOf({ band: 'amber', deload: true })).toBe(5)
    expect(targetOf({ band: 'amber', deload: true, ...sore })).toBe(4)
    expect(targetOf({ band: 'red', deload: true, ...sore })).toBe(3)
  })
})
