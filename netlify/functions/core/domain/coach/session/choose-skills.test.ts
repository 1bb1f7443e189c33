import { describe, expect, it } from 'vitest'
import { coachIdOf } from '#local/vectors/coach-library.js'
import { abilities, coachView, standing } from '#tests/support/coach.js'
import { setsOf } from '#tests/support/coach-drafts.js'
import type { CoachAthlete } from '../coach-athlete.js'
import type { SlotKey } from '../coach-exercise.js'
import { chooseSkills } from './choose-skills.js'

const strong: Partial<CoachAthlete> = {
  categories: abilities(4.4, 4.5, 5),
  equipment: ['pull-up-bar', 'rings', 'wall'],
}
const chosen = (facts: Partial<CoachAthlete>, minutes: number) => {
  const view = coachView({ ...strong, ...facts })
  const { draft, leftOut } = chooseSkills(view, { minutes, rules: view.rules })
  return { skills: setsOf(draft), leftOut }
}
const keys = (facts: Partial<CoachAthlete>, minutes = 45) => chosen(facts, minutes).skills.map(([key]) => key)
const reasons = (facts: Partial<CoachAthlete>, minutes = 45) => chosen(facts, minutes).leftOut.map(({ rule }) => rule)
const wanted = { skills: ['front-lever', 'planche'] }

describe('chooseSkills', () => {
  it('offers three sets of one ladder, and of two from 75 minutes', () => {
    expect(chosen(wanted, 45).skills).toEqual([['skill:front-lever', 3]])
    expect(chosen(wanted, 74).skills).toHaveLength(1)
    expect(chosen(wanted, 75).skills).toEqual([
      ['skill:front-lever', 3],
      ['skill:planche', 3],
    ])
    expect(reasons(wanted)).toEqual([{ id: 'skill.other_ladder', minutes: 45, threshold: 75 }])
  })

  it('offers two ladders at most', () => {
    expect(keys({ skills: ['front-lever', 'handstand', 'planche'] }, 120)).toHaveLength(2)
  })

  it('says of each that is left out why', () => {
    expect(chosen(wanted, 30).leftOut.map(({ key }) => key)).toEqual(['skill:front-lever', 'skill:planche'])
  })

  it('offers none to somebody who did not ask', () => {
    expect(chosen({}, 90)).toEqual({ skills: [], leftOut: [] })
  })

  it('offers what lies on the way to a goal', () => {
    expect(keys({ goals: [coachIdOf('full-planche')] })).toEqual(['skill:planche'])
    expect(keys({ goals: [coachIdOf('one-arm-push-up')] })).toEqual([])
  })

  it('gives each ladder its turn: the one with fewer sets in the last days', () => {
    const hardSets = [{ day: 98, key: 'skill:front-lever' as SlotKey, sets: 3 }]
    expect(keys({ ...wanted, hardSets })).toEqual(['skill:planche'])
  })

  it('then the one that was trained longer ago, or never', () => {
    const trained = (slug: string, lastOn: number) => [coachIdOf(slug), standing({ lastOn })] as const
    const lever = trained('tuck-front-lever', 80)
    expect(keys({ ...wanted, exercises: new Map([lever]) })).toEqual(['skill:planche'])
    expect(keys({ ...wanted, exercises: new Map([lever, trained('planche-lean', 70)]) })).toEqual(['skill:planche'])
    expect(keys({ ...wanted, exercises: new Map([lever, trained('planche-lean', 85)]) })).toEqual(['skill:front-lever'])
  })

  it('needs forty minutes', () => {
    expect(keys(wanted, 40)).toHaveLength(1)
    expect(reasons({ skills: ['planche'] }, 39)).toEqual([{ id: 'skill.needs_minutes', minutes: 39, threshold: 40 }])
  })

  it('needs level 2 in its category', () => {
    const novice = { skills: ['planche', 'front-lever'], categories: abilities(4.4, 1.9, 5) }
    expect(keys(novice)).toEqual(['skill:planche'])
    expect(reasons(novice)).toContainEqual({ id: 'skill.needs_level', level: 1, threshold: 2 })
  })

  it.each<[string, Partial<CoachAthlete>]>([
    ['deload', { deload: true }],
    ['amber', { band: 'amber' }],
    ['trained_yesterday', { trained: [99] }],
  ])('needs an athlete who is fresh: none for %s', (because, facts) => {
    expect(reasons({ skills: ['planche'], ...facts })).toEqual([{ id: 'skill.needs_rest', because }])
  })

  it('is there two days after a session, and on a green day', () => {
    expect(keys({ skills: ['planche'], trained: [98], band: 'green' })).toEqual(['skill:planche'])
  })

  it('leaves out what pain bars', () => {
    const pain = [{ day: 99, site: 'shoulder' as const, pain: 5 }]
    expect(reasons({ skills: ['planche'], pain })).toEqual([{ id: 'slot.nothing_fits', sites: ['shoulder'] }])
  })

  it('knows no ladder that is not in the library', () => {
    expect(chosen({ skills: ['juggling'] }, 45)).toEqual({ skills: [], leftOut: [] })
  })
})
