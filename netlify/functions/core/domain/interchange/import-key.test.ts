import { expect, it } from 'vitest'
import { importKey } from './import-key.js'

it('gives the same set the same key, and cells that run together another', () => {
  const set = { date: '2026-01-01', workout: 'A', exercise: 'B', setOrder: '1', weight: '0', reps: '8', seconds: '0' }
  expect(importKey({ ...set })).toBe(importKey(set))
  expect(importKey({ ...set, workout: 'A B', exercise: '' })).not.toBe(importKey(set))
})
