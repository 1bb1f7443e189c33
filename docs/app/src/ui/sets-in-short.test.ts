import { expect, test } from 'vitest'
import { setsInShort } from './sets-in-short.js'

test('sets that are alike are counted, others are listed', () => {
  expect(setsInShort([{ reps: 8 }, { reps: 8 }, { reps: 8 }])).toBe('3 × 8')
  expect(setsInShort([{ reps: 8 }, { reps: 7 }])).toBe('8, 7')
  expect(setsInShort([{ duration: 30 }])).toBe('30 s')
})

test('sides are said', () => {
  expect(setsInShort([{ duration: 20 }, { duration: 20 }], true)).toBe('2 × 20 s each side')
})
