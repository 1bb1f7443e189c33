import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PainSite } from '#domain/library/vocabulary.js'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { coachExercise, coachLibrary } from '#local/vectors/coach-library.js'
import { coachView, rung, today } from '#tests/support/coach.js'
import { barsOf, currentPain, painBars, painEffect, sitesEasing } from './pain-effect.js'

const pushUp = rung('push-up', 2, { tags: ['support', 'bent-arm'] })
const hurting = (site: PainSite, pain: number, day = today) => ({ pain: [{ day, site, pain }] })

describe('painEffect', () => {
  it.each([
    [3, { barred: false, eased: false }],
    [4, { barred: false, eased: true }],
    [5, { barred: false, eased: true }],
    [6, { barred: true, eased: false }],
  ])('of a shoulder at %i on a push-up is %o', (pain, effect) => {
    expect(painEffect(pushUp, { site: 'shoulder', pain }, rulesInForce)).toEqual(effect)
  })

  it('bars a tag alone: a dip at a shoulder of 4', () => {
    const dip = coachExercise('parallel-bar-dip')
    expect(painEffect(dip, { site: 'shoulder', pain: 4 }, rulesInForce).barred).toBe(true)
  })

  it('of a place that the table does not know is nothing', () => {
    expect(painEffect(pushUp, { site: 'other', pain: 10 }, rulesInForce)).toEqual({ barred: false, eased: false })
  })

  it('never bars less, nor eases what is barred, when it hurts more', () => {
    const exercises = [...coachLibrary().values()]
    fc.assert(
      fc.property(
        fc.constantFrom(...exercises),
        fc.constantFrom(...PainSite.options),
        fc.nat(9),
        (exercise, site, pain) => {
          const less = painEffect(exercise, { site, pain }, rulesInForce)
          const more = painEffect(exercise, { site, pain: pain + 1 }, rulesInForce)
          expect(more.barred || !less.barred).toBe(true)
          expect(more.barred && more.eased).toBe(false)
        },
      ),
    )
  })
})

describe('a shoulder of 7', () => {
  const shoulder = { site: 'shoulder', pain: 7 } as const

  it('leaves nothing to press and nothing to hang from', () => {
    const loads = [...coachLibrary().values()].filter(
      ({ slot, tags }) => ['hpush', 'vpush', 'vpull', 'skill'].includes(slot) || tags.includes('hang'),
    )
    expect(loads.filter((exercise) => !painEffect(exercise, shoulder, rulesInForce).barred)).toEqual([])
    expect(loads.length).toBeGreaterThan(80)
  })

  it('eases rows, and leaves the legs alone', () => {
    const of = (slug: string) => painEffect(coachExercise(slug), shoulder, rulesInForce)
    expect(of('horizontal-row')).toEqual({ barred: false, eased: true })
    expect(of('split-squat')).toEqual({ barred: false, eased: false })
  })
})

describe('what bars an exercise', () => {
  it('is named: the slot from 6, each tag with its own threshold', () => {
    const handstand = rung('pike', 2, { slot: 'vpush', tags: ['handstand-chain', 'support'] })
    expect(painBars(handstand, { site: 'wrist', pain: 7 }, rulesInForce)).toEqual([
      { site: 'wrist', pain: 7, what: { slot: 'vpush' }, threshold: 6 },
      { site: 'wrist', pain: 7, what: { tag: 'support' }, threshold: 6 },
      { site: 'wrist', pain: 7, what: { tag: 'handstand-chain' }, threshold: 4 },
    ])
  })

  it('comes from every site that hurts', () => {
    const view = coachView({ pain: [...hurting('wrist', 6).pain, ...hurting('elbow', 6).pain] })
    expect(barsOf(pushUp, view).map(({ site }) => site)).toEqual(['elbow', 'wrist', 'wrist'])
  })
})

describe('currentPain', () => {
  it('is the worst of each site', () => {
    const pain = [2, 6, 4].flatMap((amount) => hurting('knee', amount).pain)
    expect(currentPain(coachView({ pain: [...pain, ...hurting('hip', 1).pain] }))).toEqual([
      { site: 'hip', pain: 1 },
      { site: 'knee', pain: 6 },
    ])
  })

  it.each([
    [today - 7, 0],
    [today - 6, 1],
    [today, 1],
    [today + 1, 0],
  ])('of day %i is known today: %i', (day, count) => {
    expect(currentPain(coachView(hurting('knee', 6, day)))).toHaveLength(count)
  })
})

it('sitesEasing are those for which the slot is trained more easily', () => {
  const view = coachView({ pain: [...hurting('knee', 4).pain, ...hurting('elbow', 5).pain, ...hurting('hip', 3).pain] })
  expect(sitesEasing('squat', view)).toEqual([{ site: 'knee', pain: 4 }])
})
