import { expect, test } from 'vitest'
import type { Skill } from './skill-graph.js'
import { someGraph, someSkill } from './some-skills.js'
import { wayTo } from './way.js'

/** The muscle-up needs a pull-up, which two exercises lead to, and a dip. */
function wayWith(given: Readonly<Record<string, Partial<Skill>>>): string[] {
  const skill = (slug: string, difficulty: number) => someSkill(slug, { difficulty, ...given[slug] })
  const muscleUp = skill('muscle-up', 4)
  const skills = [
    skill('hang', 0),
    skill('band', 1),
    skill('negative', 1.5),
    skill('pull-up', 2),
    skill('dip', 2),
    muscleUp,
  ]
  const graph = someGraph(skills, {
    'muscle-up': [['pull-up'], ['dip']],
    'pull-up': [['negative', 'band']],
    band: [['hang']],
    negative: [['hang']],
    dip: [['hang']],
  })
  return wayTo(muscleUp, graph).map(({ skill: { slug }, orElse }) =>
    [slug, ...orElse.map((other) => other.slug)].join('|'),
  )
}

test('each exercise comes once, after what it requires itself', () => {
  expect(wayWith({})).toEqual(['hang', 'band|negative', 'pull-up', 'dip'])
})

test('what counts as mastered is left out, with all before it', () => {
  expect(wayWith({ 'pull-up': { counts: true } })).toEqual(['hang', 'dip'])
})

test('one exercise that counts meets a requirement, whatever else would', () => {
  expect(wayWith({ negative: { counts: true } })).toEqual(['pull-up', 'hang', 'dip'])
})

test('an exercise that the equipment allows goes before an easier one that it does not', () => {
  expect(wayWith({ band: { barredBy: ['equipment'] } })).toEqual(['hang', 'negative|band', 'pull-up', 'dip'])
})

test('nothing is missing when all that is required counts', () => {
  expect(wayWith({ 'pull-up': { counts: true }, dip: { counts: true } })).toEqual([])
})

test('exercises that require each other are no endless way', () => {
  const skills = [someSkill('one'), someSkill('other')]
  const graph = someGraph(skills, { one: [['other']], other: [['one']] })
  expect(wayTo(skills[0] as Skill, graph).map(({ skill }) => skill.slug)).toEqual(['other'])
})
