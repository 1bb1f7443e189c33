import { expect, test } from 'vitest'
import { blocksOf } from './blocks.js'

test('exercises of one block stand together, in their order', () => {
  const [push, row, squat] = [1, 1, 2].map((block) => ({ block }))
  expect(blocksOf([push, row, squat].flatMap((exercise) => exercise ?? []))).toEqual([[push, row], [squat]])
  expect(blocksOf([])).toEqual([])
})
