import { expect, test } from 'vitest'
import { aheadOn, openingNext, trainableNow } from './outlook.js'
import { someGraph, someSkill } from './some-skills.js'

const missing = (slug: string) => ({ slug, standard: [{ reps: 8 }], sessionsMissing: 2 })
const lockedBy = (...groups: string[][]) => groups.map((group) => ({ anyOf: group.map(missing) }))

test('what can be trained now: in work first, then what is open and neither barred nor too easy', () => {
  const skills = [
    someSkill('easy', { counts: true }),
    someSkill('open', { difficulty: 1 }),
    someSkill('without-bar', { barredBy: ['equipment'] }),
    someSkill('in-work', { status: 'in_work', difficulty: 2 }),
    someSkill('locked', { status: 'locked' }),
    someSkill('mastered', { status: 'mastered', counts: true }),
  ]
  expect(trainableNow(skills).map(({ slug }) => slug)).toEqual(['in-work', 'open'])
})

test('what opens next waits only for what is in work, and the nearest comes first', () => {
  const skills = [
    someSkill('row', { status: 'in_work', sessionsMissing: 2 }),
    someSkill('hang', { status: 'in_work', sessionsMissing: 1 }),
    someSkill('dip'),
    someSkill('after-both', { status: 'locked', lockedBy: lockedBy(['row'], ['hang']) }),
    someSkill('after-either', { status: 'locked', lockedBy: lockedBy(['row', 'hang']) }),
    someSkill('after-open', { status: 'locked', lockedBy: lockedBy(['row'], ['dip']) }),
  ]
  const found = openingNext(skills, someGraph(skills, {}))
  expect(found.map(({ skill, after }) => [skill.slug, ...after.map(({ slug }) => slug)])).toEqual([
    ['after-either', 'hang'],
    ['after-both', 'row', 'hang'],
  ])
})

test('ahead on a ladder is the easiest rung that is not mastered, with what is missing for it', () => {
  const skills = [
    someSkill('pull-up'),
    someSkill('bar-muscle-up', { ladder: 'muscle-up', difficulty: 4 }),
    someSkill('ring-muscle-up', { ladder: 'muscle-up', difficulty: 5 }),
  ]
  const graph = someGraph(skills, { 'bar-muscle-up': [['pull-up']], 'ring-muscle-up': [['bar-muscle-up']] })
  const found = aheadOn('muscle-up', graph)
  expect([found?.skill.slug, found?.missing.map(({ skill }) => skill.slug)]).toEqual(['bar-muscle-up', ['pull-up']])
  expect(aheadOn('planche', graph)).toBeNull()
})
