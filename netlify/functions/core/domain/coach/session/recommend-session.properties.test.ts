import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isUsable } from '#domain/library/library-facts.js'
import { categories } from '#domain/library/vocabulary.js'
import { anyRequest, anyView } from '#tests/support/coach-arbitraries.js'
import { setsOf } from '#tests/support/coach-drafts.js'
import type { CoachView } from '../coach-view.js'
import { barsOf } from '../pain-effect.js'
import type { Recommendation, RecommendedItem, SessionRequest } from '../recommendation.js'
import { isStrengthSlot } from '../slot-groups.js'
import type { Draft } from './draft.js'
import { recommendSession } from './recommend-session.js'
import { loadOf } from './spike-guard.js'
import { volumeOf } from './weekly-volume.js'

/** Holds for whatever is recommended to any athlete. */
function always(check: (answer: Recommendation, view: CoachView, request: SessionRequest) => void) {
  return fc.assert(
    fc.property(anyView, anyRequest, (view, request) => check(recommendSession(view, request), view, request)),
    { numRuns: 100 },
  )
}

const exercisesOf = ({ items, warmup }: Recommendation) => [
  ...items.map(({ exercise }) => exercise),
  ...warmup.flatMap((step) => (step.kind === 'general' ? [] : [step.exercise])),
]

const draftOf = (items: readonly RecommendedItem[]): Draft =>
  items.map(({ key, exercise, sets, modifier, rpeCap, rules }) => ({
    choice: { key, exercise, beyond: { modifier, levels: 0 }, targets: sets, rpeCap, rules },
    sets: sets.length,
  }))

describe('recommendSession, whoever asks', () => {
  it('never takes longer than there is time', () =>
    always(({ seconds }, _, { minutes }) => {
      expect(seconds ?? 0).toBeLessThanOrEqual(minutes * 60)
    }))

  it('gives each exercise a set, and each set something to do', () =>
    always(({ items }) => {
      for (const { sets } of items) {
        expect(sets.length).toBeGreaterThan(0)
        expect(Math.min(...sets)).toBeGreaterThanOrEqual(1)
      }
    }))

  it('offers nothing that pain bars, not even to warm up', () =>
    always((answer, view) => {
      expect(exercisesOf(answer).filter((exercise) => barsOf(exercise, view).length > 0)).toEqual([])
    }))

  it('offers nothing that is disliked, and nothing for which equipment is missing', () =>
    always((answer, { athlete }) => {
      const unwanted = exercisesOf(answer).filter(
        (exercise) => athlete.dislikes.includes(exercise.id) || !isUsable(exercise, athlete.equipment),
      )
      expect(unwanted).toEqual([])
    }))

  it('goes above the largest load of the last days by 5 % at most, or down to two sets of each exercise', () =>
    always(({ items }, view) => {
      for (const category of categories) {
        const loads = view.athlete.loads.filter((load) => load.category === category)
        if (loads.length < 3) continue
        const most = 1.05 * Math.max(...loads.map(({ timeLoad }) => timeLoad))
        const ofCategory = items.filter(({ exercise }) => exercise.category === category)
        const isSmall = ofCategory.every(({ sets }) => sets.length <= 2)
        expect(isSmall || loadOf(draftOf(items), category, view) <= most + 1e-6).toBe(true)
      }
    }))

  it('keeps the week of each slot within its cap', () =>
    always(({ items }, view) => {
      for (const [key, sets] of setsOf(draftOf(items))) {
        if (!isStrengthSlot(key)) continue
        const { done, cap } = volumeOf(key, view)
        expect(done + sets).toBeLessThanOrEqual(cap)
      }
    }))

  it('names each slot once: in the session, or with a reason why it is not', () =>
    always(({ kind, items, leftOut, rules }) => {
      if (kind !== 'train' || rules.some(({ id }) => id === 'ready.red')) return
      const keys = [...items, ...leftOut].map(({ key }) => key).filter(isStrengthSlot)
      expect(keys.toSorted()).toEqual(['core', 'hinge', 'hpull', 'hpush', 'squat', 'vpull', 'vpush'])
    }))

  it('keeps to the lowest cap on effort', () =>
    always(({ items }, { athlete }) => {
      const most = athlete.deload ? 7 : athlete.band === 'amber' ? 8 : 10
      for (const { rpeCap } of items) expect(rpeCap ?? 10).toBeLessThanOrEqual(most)
    }))

  it('gives the same answer twice, whatever the order of the lists', () => {
    const shuffled = <Item>(list: readonly Item[], turn: number) =>
      list
        .map((item, index) => ({ item, place: ((index + 1) * (turn + 2) * 37) % 211 }))
        .toSorted((a, b) => a.place - b.place)
        .map(({ item }) => item)
    return fc.assert(
      fc.property(anyView, anyRequest, fc.nat(9), (view, request, turn) => {
        const { athlete } = view
        const other: CoachView = {
          ...view,
          library: new Map(shuffled([...view.library], turn)),
          athlete: {
            ...athlete,
            exercises: new Map(shuffled([...athlete.exercises], turn)),
            hardSets: shuffled(athlete.hardSets, turn),
            trained: shuffled(athlete.trained, turn),
            pain: shuffled(athlete.pain, turn),
            loads: shuffled(athlete.loads, turn),
            equipment: shuffled(athlete.equipment, turn),
            skills: shuffled(athlete.skills, turn),
            dislikes: shuffled(athlete.dislikes, turn),
          },
        }
        const before = JSON.stringify(recommendSession(view, request))
        expect(JSON.stringify(recommendSession(other, request))).toBe(before)
      }),
      { numRuns: 40 },
    )
  })
})
