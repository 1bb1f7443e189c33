import { expect, test } from 'vitest'
import type { Recommendation } from '../recommendation.js'
import { blocksOf } from './session-blocks.js'

const itemsOf = (...keys: readonly string[]) => keys.map((key) => ({ key })) as unknown as Recommendation['items']

test('opposites that stand beside each other are one block, and all else is a block of its own', () => {
  const items = itemsOf('skill:handstand', 'hpush', 'hpull', 'squat', 'vpull', 'vpush', 'core')
  expect(blocksOf({ items, arrangement: 'pairs' })).toEqual([1, 2, 2, 3, 4, 4, 5])
})

test('opposites that do not stand beside each other are two blocks', () => {
  expect(blocksOf({ items: itemsOf('hpush', 'squat', 'hpull'), arrangement: 'pairs' })).toEqual([1, 2, 3])
})

test('a circuit is one block', () => {
  expect(blocksOf({ items: itemsOf('hpush', 'squat', 'core'), arrangement: 'circuit' })).toEqual([1, 1, 1])
  expect(blocksOf({ items: [], arrangement: null })).toEqual([])
})
