import { expect, test } from 'vitest'
import { findSkills, isSearch } from './find-skills.js'
import { someSkill } from './some-skills.js'

const skills = [
  someSkill('pull-up', { name: 'Pull-up', status: 'locked' }),
  someSkill('negative-pull-up', { name: 'Negative Pull-up', status: 'in_work' }),
  someSkill('incline-row', { name: 'Incline Row (bar at waist height)' }),
]

function found(name: string, status: 'locked' | 'open' | null = null): string[] {
  return findSkills(skills, { name, status }).map(({ slug }) => slug)
}

test.each(['pull up', 'PULL-UP', 'pullup', 'Púll‐up', 'pul', ' pull  '])('%j finds both pull-ups', (name) => {
  expect(found(name)).toEqual(['pull-up', 'negative-pull-up'])
})

test('words are found in any order, the last unfinished', () => {
  expect(found('pull neg')).toEqual(['negative-pull-up'])
  expect(found('row waist')).toEqual(['incline-row'])
})

test('a word that no name has finds nothing', () => {
  expect(found('pull dip')).toEqual([])
})

test('name and status narrow each other', () => {
  expect(found('pull', 'locked')).toEqual(['pull-up'])
  expect(found('', 'open')).toEqual(['incline-row'])
})

test('only signs are no search', () => {
  expect(isSearch({ name: ' - ', status: null })).toBe(false)
  expect(isSearch({ name: '', status: 'open' })).toBe(true)
})
