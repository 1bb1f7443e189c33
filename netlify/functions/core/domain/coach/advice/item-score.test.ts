import { describe, expect, it } from 'vitest'
import { coachView, known, libraryOfRungs, rung, today } from '#tests/support/coach.js'
import { chanceOf } from '../capacity.js'
import type { SlotKey } from '../coach-exercise.js'
import { estimateOf } from '../estimate.js'
import type { RecommendedItem } from '../recommendation.js'
import { scoreOf } from './item-score.js'

const dip = rung('dip', 2)
const item = (more: Partial<RecommendedItem> = {}): RecommendedItem => ({
  ...{ slot: 'hpush', key: 'hpush', exercise: dip, sets: [8, 7, 6], modifier: 'none', reserve: 2, rpeCap: null },
  ...{ restSeconds: 90, rules: [] },
  ...more,
})
const viewAfter = (sets: number) =>
  coachView(
    { slots: new Map([['hpush', known(2.2)]]), hardSets: [{ day: today - 2, key: 'hpush', sets }] },
    libraryOfRungs(dip),
  )

describe('scoreOf', () => {
  it('gives the chance of the largest set, in so many sets and with what makes it harder', () => {
    const view = viewAfter(0)
    const chance = (modifierLevels: number) =>
      chanceOf(dip, estimateOf(dip, view), { target: 8, sets: 3, modifierLevels }, view.rules)
    expect(scoreOf(item(), view).chance).toBe(chance(0))
    const slower = { id: 'beyond.tempo', modifier: 'tempo', levels: 0.35 } as const
    expect(scoreOf(item({ rules: [slower] }), view).chance).toBe(chance(0.35))
  })

  it('gives what a slot lacks of its weekly sets, from 1 for all to 0 for none; skills lack nothing', () => {
    const need = (sets: number, key: SlotKey = 'hpush') => scoreOf(item({ key }), viewAfter(sets)).need
    expect(need(0)).toBe(1)
    expect(need(3)).toBeGreaterThan(0)
    expect(need(3)).toBeLessThan(1)
    expect(need(30)).toBe(0)
    expect(need(0, 'skill:planche')).toBe(0)
  })
})
