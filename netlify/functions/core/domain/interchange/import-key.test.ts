import { expect, it } from 'vitest'
import { importKey } from './import-key.js'

const set = { date: '2026-01-01', workout: 'A', exercise: 'B', setOrder: '1', weight: '0', reps: '8', seconds: '0' }

it('importKey is the same for the same set', () => {
  expect(importKey({ ...set })).toBe(importKey(set))
})

it('importKey differs when the same text stands in other cells', () => {
  expect(importKey({ ...set, workout: 'A B', exercise: '' })).not.toBe(importKey(set))
})
