import { expect, test } from 'vitest'
import { byKey } from './by-key.js'

const passive = { id: '1', slug: 'passive-hang', formerSlugs: ['dead-hang'] }
const active = { id: '2', slug: 'active-hang', formerSlugs: ['passive-hang'] }
const found = byKey([passive, active], (exercise) => exercise)

test('byKey finds by id, by slug and by a former slug', () => {
  expect(['1', 'active-hang', 'dead-hang'].map((key) => found.get(key))).toEqual([passive, active, passive])
})

test('byKey prefers the exercise that has the slug to the one that had it', () => {
  expect(found.get('passive-hang')).toBe(passive)
})
