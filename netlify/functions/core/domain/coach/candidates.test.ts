import { describe, expect, it } from 'vitest'
import { coachView, libraryOfRungs, rung, standing, today } from '#tests/support/coach.js'
import { candidatesOf, usableOf } from './candidates.js'
import type { CoachAthlete } from './coach-athlete.js'

const hard = rung('hard', 3)
const easy = rung('easy', 1)
const bar = rung('bar', 2, { equipment: [['none'], ['rings', 'low-bar']] })
const closed = rung('closed', 2.5, { prerequisites: [[hard.id]] })
const power = rung('clap', 2.2, { tags: ['power'] })
const other = rung('other', 2, { slot: 'squat' })
const library = libraryOfRungs(hard, other, easy, closed, bar, power)
const slugs = (athlete: Partial<CoachAthlete>, list = candidatesOf) =>
  list('hpush', coachView(athlete, library)).map(({ slug }) => slug)

describe('candidatesOf', () => {
  it('lists what is open in a slot, the easiest first', () => {
    expect(slugs({})).toEqual(['easy', 'clap', 'hard'])
  })

  it('has what a thing of each group makes possible', () => {
    expect(slugs({ equipment: ['low-bar'] })).toContain('bar')
  })

  it('leaves out what is disliked', () => {
    expect(slugs({ dislikes: [easy.id] })).toEqual(['clap', 'hard'])
  })

  it('leaves out what has left the library', () => {
    const left = libraryOfRungs(easy, { ...hard, retired: true })
    expect(candidatesOf('hpush', coachView({}, left)).map(({ slug }) => slug)).toEqual(['easy'])
  })

  it('leaves out what pain bars', () => {
    expect(slugs({ pain: [{ day: today, site: 'shoulder', pain: 4 }] })).toEqual(['easy', 'hard'])
  })

  it('still opens what comes after something that is disliked', () => {
    const exercises = new Map([[hard.id, standing({ mastered: true })]])
    expect(slugs({ dislikes: [hard.id], exercises })).toEqual(['easy', 'clap', 'closed'])
  })
})

it('usableOf lists what is closed as well', () => {
  expect(slugs({}, usableOf)).toEqual(['easy', 'clap', 'closed', 'hard'])
})

it('candidatesOf lists one ladder of skills', () => {
  const skill = (slug: string, ladder: string) => rung(slug, 2, { slot: 'skill', ladder })
  const skills = libraryOfRungs(skill('lean', 'planche'), skill('lever', 'front-lever'))
  expect(candidatesOf('skill:planche', coachView({}, skills)).map(({ slug }) => slug)).toEqual(['lean'])
})
