import { describe, expect, it } from 'vitest'
import type { StrengthSlot } from '#domain/library/vocabulary.js'
import { coachView } from '#tests/support/coach.js'
import { part, setsOf } from '#tests/support/coach-drafts.js'
import type { CoachAthlete } from '../coach-athlete.js'
import { type Filling, fillSession, setsMax } from './fill-session.js'
import type { SlotVolume } from './weekly-volume.js'

const volume = (slot: StrengthSlot, facts: Partial<SlotVolume> = {}): SlotVolume => {
  return { slot, done: 0, target: 9, boost: 1, cap: 12, deficit: 1, ...facts }
}
// 6 reps of 3 s and 90 s of rest: 108 s a set, and 30 s for each exercise
const filling = (slot: StrengthSlot, facts: Partial<SlotVolume> = {}): Filling => ({
  choice: part(slot, 0, { tempo: '2-0-1-0', restSeconds: 90 }).choice,
  volume: volume(slot, facts),
})
const view = (facts: Partial<CoachAthlete> = {}) => coachView(facts)
const fill = (fillings: Filling[], minutes: number, first = 2, facts: Partial<CoachAthlete> = {}) =>
  setsOf(fillSession([], fillings, first, view(facts), { minutes, rules: view().rules }))

describe('fillSession', () => {
  it('gives each slot its first sets, then one more in the same order, while there is time', () => {
    // 32 minutes less 288 s of warm-up are 1632 s: four exercises with two sets are 984 s, and 648 s are six sets
    const all = [filling('hpush'), filling('vpull'), filling('squat'), filling('core')]
    expect(fill(all, 32, 2, { daysPerWeek: 2 })).toEqual([
      ['hpush', 4],
      ['vpull', 4],
      ['squat', 3],
      ['core', 3],
    ])
  })

  it('leaves out what has no time, and goes on with what has', () => {
    const long = { ...filling('hpush'), choice: part('hpush', 0, { tempo: '9-9-9-9', restSeconds: 300 }).choice }
    // 26 minutes less 234 s of warm-up are 1326 s: not enough for the long one behind four others
    const others = [filling('vpull'), filling('squat'), filling('core')]
    expect(fill([...others, long, filling('vpush')], 26).map(([key]) => key)).toEqual([
      'vpull',
      'squat',
      'core',
      'vpush',
    ])
  })

  it('begins with one set where the time is short', () => {
    // 10 minutes less two of warm-up are 480 s, a set in a circuit 63 s
    const slots = ['hpush', 'vpull', 'squat', 'core', 'hinge'] as const
    expect(
      fill(
        slots.map((slot) => filling(slot)),
        10,
        1,
      ),
    ).toEqual([
      ['hpush', 2],
      ['vpull', 2],
      ['squat', 1],
      ['core', 1],
      ['hinge', 1],
    ])
  })

  it('keeps what the session begins with', () => {
    const begun = [part('skill:planche', 3)]
    const draft = fillSession(begun, [filling('hpush')], 2, view(), { minutes: 45, rules: view().rules })
    expect(setsOf(draft)).toEqual([
      ['skill:planche', 3],
      ['hpush', 3],
    ])
  })
})

describe('setsMax', () => {
  it('is a share of the week by the days of training', () => {
    const shares = [1, 2, 3].map((daysPerWeek) => setsMax(volume('hpush', { target: 7 }), view({ daysPerWeek })))
    expect(shares).toEqual([4, 4, 3])
  })

  it('counts half as many sessions of each half in a split', () => {
    const shares = [4, 5, 6].map((daysPerWeek) => setsMax(volume('hpush', { target: 6 }), view({ daysPerWeek })))
    expect(shares).toEqual([3, 3, 2])
  })

  it('is four, or five for a slot that does the work of its sibling', () => {
    expect(setsMax(volume('hpush', { target: 30, cap: 99 }), view())).toBe(4)
    expect(setsMax(volume('hpush', { target: 30, cap: 99, boost: 1.5 }), view())).toBe(5)
    expect(setsMax(volume('hpush', { target: 9, cap: 99, boost: 1.5 }), view())).toBe(5)
    expect(setsMax(volume('hpush', { target: 6, cap: 99, boost: 1.5 }), view())).toBe(3)
  })

  it('never goes beyond what is left of the cap', () => {
    expect(setsMax(volume('hpush', { done: 10, cap: 12 }), view())).toBe(2)
  })
})
