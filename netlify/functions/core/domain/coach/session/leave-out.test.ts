import { describe, expect, it } from 'vitest'
import type { StrengthSlot } from '#domain/library/vocabulary.js'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { abilities, coachView, libraryOfRungs, rung } from '#tests/support/coach.js'
import type { CoachAthlete } from '../coach-athlete.js'
import type { CoachExercise } from '../coach-exercise.js'
import { chooseWork } from './choose-work.js'
import { nothingFits, setsAtFirst, whyLeftOut } from './leave-out.js'
import { volumeOf } from './weekly-volume.js'

const pushUp = rung('push-up', 2)
const seen = (facts: Partial<CoachAthlete>, ...rungs: CoachExercise[]) => coachView(facts, libraryOfRungs(...rungs))
const reason = (slot: StrengthSlot, first: number, view: ReturnType<typeof seen>) => {
  const work = chooseWork(slot, view)
  return work && whyLeftOut(work, volumeOf(slot, view), first, view)
}

describe('nothingFits', () => {
  it('names the sites that bar what could be done', () => {
    const pain = [
      { day: 99, site: 'shoulder' as const, pain: 8 },
      { day: 99, site: 'elbow' as const, pain: 6 },
      { day: 99, site: 'knee' as const, pain: 9 },
    ]
    expect(nothingFits('hpush', seen({ pain }, pushUp))).toEqual({
      id: 'slot.nothing_fits',
      sites: ['elbow', 'shoulder'],
    })
  })

  it('names nothing where equipment is missing', () => {
    const dip = rung('dip', 2, { slot: 'vpush', equipment: [['parallel-bars']] })
    const pain = [{ day: 99, site: 'shoulder' as const, pain: 8 }]
    expect(nothingFits('vpush', seen({ pain }, dip))).toEqual({ id: 'slot.nothing_fits', sites: [] })
  })

  it('says that there is nothing to pull down at', () => {
    const pullUp = rung('pull-up', 2, { slot: 'vpull', tags: ['bent-arm'], equipment: [['pull-up-bar']] })
    const hang = rung('hang', 1, { slot: 'vpull', tags: ['hang'], equipment: [['pull-up-bar', 'rings']] })
    expect(nothingFits('vpull', seen({}, pullUp))).toEqual({ id: 'slot.no_vertical_pull' })
    expect(nothingFits('vpull', seen({ equipment: ['rings'] }, pullUp, hang))).toEqual({ id: 'slot.no_vertical_pull' })
    expect(nothingFits('vpull', seen({ equipment: ['pull-up-bar'] }, pullUp)).id).toBe('slot.nothing_fits')
    expect(nothingFits('hpull', seen({}, pullUp)).id).toBe('slot.nothing_fits')
  })
})

describe('whyLeftOut', () => {
  const dip = rung('dip', 2, { slot: 'vpush' })
  const done = (sets: number) => ({ hardSets: [{ day: 98, key: 'hpush' as const, sets }] })

  it('leaves out a slot that has no room for its first sets', () => {
    expect(reason('hpush', 2, seen(done(12), pushUp, dip))).toBeNull()
    expect(reason('hpush', 2, seen(done(13), pushUp, dip))).toEqual({ id: 'slot.weekly_cap', done: 13, threshold: 14 })
    expect(reason('hpush', 1, seen(done(13), pushUp, dip))).toBeNull()
  })

  it('has more room where the sibling has nothing to do', () => {
    expect(reason('hpush', 2, seen(done(19), pushUp))).toBeNull()
    expect(reason('hpush', 2, seen(done(20), pushUp))).toEqual({ id: 'slot.weekly_cap', done: 20, threshold: 21 })
  })

  it('leaves out what is two levels too easy while the sibling has something harder', () => {
    const handstand = rung('handstand-push-up', 4, { slot: 'vpush' })
    const strong = { categories: abilities(4.6, 0, 0) }
    expect(reason('hpush', 2, seen(strong, pushUp, handstand))).toEqual({
      id: 'slot.too_far_below',
      difficulty: 2.55,
      ability: 4.6,
      sibling: 'vpush',
      threshold: 2,
    })
    expect(reason('hpush', 2, seen({ categories: abilities(4.5, 0, 0) }, pushUp, handstand))).toBeNull()
    expect(reason('hpush', 2, seen(strong, pushUp, dip))).toBeNull()
    expect(reason('hpush', 2, seen(strong, pushUp))).toBeNull()
  })

  it('leaves out what is two levels too easy to the letter', () => {
    const handstand = rung('handstand-push-up', 3.4, { slot: 'vpush' })
    const exactly = { categories: abilities(4, 0, 0), band: 'amber' as const }
    expect(reason('hpush', 2, seen(exactly, pushUp, handstand))).toMatchObject({ difficulty: 2, ability: 4 })
  })

  it('keeps core, which has no sibling', () => {
    expect(reason('core', 2, seen({ categories: abilities(5, 0, 0) }, rung('plank', 1, { slot: 'core' })))).toBeNull()
  })
})

it('setsAtFirst is two, or one up to 15 minutes or in a deload', () => {
  const first = (minutes: number, deload: boolean) => setsAtFirst(minutes, deload, rulesInForce)
  expect([first(16, false), first(15, false), first(45, true)]).toEqual([2, 1, 1])
})
