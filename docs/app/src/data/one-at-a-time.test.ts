import { expect, test } from 'vitest'
import { oneAtATime } from './one-at-a-time.js'

function counted() {
  const ends: (() => void)[] = []
  const work = oneAtATime(() => new Promise<void>((resolve) => ends.push(resolve)))
  return { ends, work }
}

test('who asks while it runs waits for the same run', async () => {
  const { ends, work } = counted()
  const [first, second] = [work.run(), work.run()]
  ends[0]?.()
  await Promise.all([first, second])
  expect(ends).toHaveLength(1)
})

test('asked for again while it runs, it runs once more, for all that wait', async () => {
  const { ends, work } = counted()
  const [first, second] = [work.run(), work.run(true)]
  ends[0]?.()
  await expect.poll(() => ends.length).toBe(2)
  ends[1]?.()
  await Promise.all([first, second])
  expect(ends).toHaveLength(2)
})

test('asked for again while nothing runs, it runs once', async () => {
  const { ends, work } = counted()
  const run = work.run(true)
  ends[0]?.()
  await run
  expect(ends).toHaveLength(1)
})
