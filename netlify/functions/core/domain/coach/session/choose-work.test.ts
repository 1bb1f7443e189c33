import { describe, expect, it } from 'vitest'
import { abilities, coachView, known, libraryOfRungs, rung, standing, today } from '#tests/support/coach.js'
import type { CoachAthlete } from '../coach-athlete.js'
import { chooseWork } from './choose-work.js'

const pushUp = rung('push-up', 2)
const loadable = rung('loaded', 2, { loadable: true })
const work = (facts: Partial<CoachAthlete>, ...rungs: (typeof pushUp)[]) =>
  chooseWork('hpush', coachView(facts, libraryOfRungs(...rungs)))?.choice
const strong = { slots: new Map([['hpush', known(4)]] as const) }

describe('chooseWork', () => {
  it('is nothing where the athlete may do nothing', () => {
    expect(work({})).toBeUndefined()
  })

  it('asks for five sets, so that a session uses as many as it has', () => {
    expect(work({}, pushUp)?.targets).toHaveLength(5)
  })

  it('gives the rung, its targets and their rules', () => {
    const chosen = work({ categories: abilities(2.5, 0, 0) }, pushUp)
    expect(chosen).toMatchObject({ key: 'hpush', exercise: pushUp, rpeCap: null })
    expect(chosen?.rules.map(({ id }) => id)).toEqual(['rung.hardest_that_fits', 'target.first_time'])
  })

  it('makes the hardest rung harder for who is beyond it', () => {
    expect(work(strong, pushUp)?.beyond.modifier).toBe('tempo_pause')
    expect(work(strong, pushUp)?.rules.at(-1)).toMatchObject({ id: 'beyond.tempo_pause', levels: 0.55 })
    const loaded = work({ ...strong, loadKg: 20 }, loadable)
    expect(loaded?.beyond.modifier).toBe('load:20')
    expect(loaded?.rules.at(-1)).toMatchObject({ id: 'beyond.load', modifier: 'load:20' })
  })

  it('makes nothing harder while something harder fits, to which more reps lead', () => {
    const hold = rung('hold', 2.6, { metric: 'duration', tempo: 'hold', defaults: [20, 20, 20] })
    const chosen = work(
      {
        slots: new Map([['hpush', known(2.5)]]),
        anchors: new Map([['hpush', pushUp.id]]),
        exercises: new Map([[pushUp.id, standing()]]),
      },
      pushUp,
      hold,
    )
    expect(chosen).toMatchObject({ exercise: pushUp, beyond: { modifier: 'none' } })
  })
})

describe('what was made harder', () => {
  // between the chance at which something is begun and the one at which it is kept
  const between = new Map([['hpush', known(2.35)]] as const)
  const last = (daysAgo: number | null) =>
    work(
      {
        slots: between,
        exercises: new Map([
          [pushUp.id, standing({ modifier: 'tempo', lastOn: daysAgo === null ? null : today - daysAgo })],
        ]),
      },
      pushUp,
    )?.beyond.modifier

  it('stays so for four weeks', () => {
    expect([last(2), last(28), last(29), last(null)]).toEqual(['tempo', 'tempo', 'none', 'none'])
  })
})

describe('the RPE cap of a choice', () => {
  it.each<[number | null, Partial<CoachAthlete>]>([
    [null, {}],
    [null, { band: 'green' }],
    [8, { band: 'amber' }],
    [7, { deload: true }],
    [7, { band: 'amber', deload: true }],
    [7, { pain: [{ day: 99, site: 'elbow', pain: 4 }] }],
    [null, { pain: [{ day: 99, site: 'knee', pain: 5 }] }],
  ])('is %j for %j, and none is made harder under a cap', (cap, facts) => {
    const chosen = work({ ...strong, ...facts }, pushUp)
    expect(chosen?.rpeCap).toBe(cap)
    expect(chosen?.beyond.modifier).toBe(cap === null ? 'tempo_pause' : 'none')
  })
})

describe('what was made harder lately, in an easier week', () => {
  const slower = (lastOn: number) =>
    new Map([[pushUp.id, standing({ modifier: 'tempo_pause', lastOn, working: [6, 6, 6] })]])
  const chosen = (facts: Partial<CoachAthlete>) => work({ ...strong, exercises: slower(today - 3), ...facts }, pushUp)

  it('stays so under the cap of the week, which leaves three reps', () => {
    const choice = chosen({ deload: true })
    expect(choice).toMatchObject({ rpeCap: 7, beyond: { modifier: 'tempo_pause' } })
    expect(Math.max(...(choice?.targets ?? []))).toBeLessThanOrEqual(Math.max(...(chosen({})?.targets ?? [])))
  })

  it.each<[string, Partial<CoachAthlete>]>([
    ['on an amber day', { band: 'amber' }],
    ['where something hurts', { pain: [{ day: 99, site: 'elbow', pain: 4 }] }],
    ['after four weeks without it', { exercises: slower(today - 29) }],
  ])('does not %s', (_, facts) => expect(chosen({ deload: true, ...facts })?.beyond.modifier).toBe('none'))
})

describe('a skill', () => {
  const lean = rung('lean', 2, {
    slot: 'skill',
    ladder: 'planche',
    metric: 'duration',
    tempo: 'hold',
    defaults: [10, 10, 10],
  })
  const hold = (facts: Partial<CoachAthlete>) =>
    chooseWork('skill:planche', coachView(facts, libraryOfRungs(lean)))?.choice

  it('is made harder only after it was tried', () => {
    const categories = abilities(4, 0, 0)
    expect(hold({ categories })?.beyond.modifier).toBe('none')
    expect(hold({ categories, slots: new Map([['skill:planche', known(4)]]) })?.beyond.modifier).toBe('reps')
  })
})
