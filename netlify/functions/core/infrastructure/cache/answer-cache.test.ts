import { expect, test } from 'vitest'
import { answerCache, type Question } from './answer-cache.js'
import type { Cache } from './cache.js'
import { memoryCache } from './memory-cache.js'

const accepts = (output: unknown) => typeof output === 'object' && output !== null && 'n' in output

/** Counts its readings: each gives the number of the one it is. */
function counted(key = 'key') {
  let readings = 0
  const question = (reading: Partial<Awaited<ReturnType<Question['read']>>> = {}): Question => ({
    key,
    accepts,
    read: async () => {
      readings += 1
      return { output: { n: readings }, worthKeeping: true, ...reading }
    },
  })
  return { question, readings: () => readings }
}

/** A shared cache in which somebody else has put this. */
const holding = (text: string | null, generation: string | null = 'g'): Cache & { readonly written: string[] } => {
  const written: string[] = []
  return {
    shared: true,
    written,
    get: async () => ({ text, generation }),
    set: async (_, given) => {
      written.push(given)
    },
    close: async () => undefined,
  }
}

test('answerCache answers the second time without reading', async () => {
  const { question, readings } = counted()
  const cache = answerCache(memoryCache(), { seconds: 60 })
  expect([await cache.answer(question()), await cache.answer(question())]).toEqual([{ n: 1 }, { n: 1 }])
  expect(readings()).toBe(1)
})

test('answerCache reads once for questions that arrive at the same time', async () => {
  const { question, readings } = counted()
  const cache = answerCache(holding(null), { seconds: 60 })
  const answers = await Promise.all(Array.from({ length: 20 }, () => cache.answer(question())))
  expect(new Set(answers)).toEqual(new Set([{ n: 1 }]))
  expect(readings()).toBe(1)
})

test('answerCache passes a failure to everybody who shares the reading, and reads again for the next', async () => {
  const { question } = counted()
  const cache = answerCache(memoryCache(), { seconds: 60 })
  const failing: Question = { ...question(), read: () => Promise.reject(new Error('no')) }
  const told = await Promise.allSettled([cache.answer(failing), cache.answer(failing)])
  expect(told.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(await cache.answer(question())).toEqual({ n: 1 })
})

test('answerCache reads each time when the answer is not worth keeping', async () => {
  const { question, readings } = counted()
  const cache = answerCache(memoryCache(), { seconds: 60 })
  await cache.answer(question({ worthKeeping: false }))
  await cache.answer(question({ worthKeeping: false }))
  expect(readings()).toBe(2)
})

test.for(['{"other": 1}', 'null', '7', '{"n":', ''])(
  'answerCache reads anew and replaces a foreign entry: %s',
  async (text) => {
    const { question } = counted()
    const cache = holding(text)
    expect(await answerCache(cache, { seconds: 60 }).answer(question())).toEqual({ n: 1 })
    expect(cache.written).toEqual(['{"n":1}'])
  },
)

test('answerCache keeps nothing when the generation is not known', async () => {
  const { question } = counted()
  const cache = holding(null, null)
  await answerCache(cache, { seconds: 60 }).answer(question())
  expect(cache.written).toEqual([])
})
