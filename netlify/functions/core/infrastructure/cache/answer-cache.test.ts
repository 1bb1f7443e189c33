import { expect, test } from 'vitest'
import { answerCache, type Question } from './answer-cache.js'
import type { Cache } from './cache.js'
import { memoryCache } from './memory-cache.js'
import { Written } from './written.js'

const accepts = (output: unknown) => typeof output === 'object' && output !== null && 'n' in output

const write = (output: unknown) => new Written(JSON.stringify(output), null, null)

/** Counts its readings: each gives the number of the one it is. */
function counted(key = 'key') {
  let readings = 0
  const question = (reading: Partial<Awaited<ReturnType<Question['read']>>> = {}): Question => ({
    key,
    accepts,
    write,
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
  expect([await cache.answer(question()), await cache.answer(question())]).toEqual([write({ n: 1 }), write({ n: 1 })])
  expect(readings()).toBe(1)
})

test('answerCache reads once for questions that arrive at the same time', async () => {
  const { question, readings } = counted()
  const cache = answerCache(holding(null), { seconds: 60 })
  const answers = await Promise.all(Array.from({ length: 20 }, () => cache.answer(question())))
  expect(new Set(answers)).toEqual(new Set([write({ n: 1 })]))
  expect(readings()).toBe(1)
})

test('answerCache passes a failure to everybody who shares the reading, and reads again for the next', async () => {
  const { question } = counted()
  const cache = answerCache(memoryCache(), { seconds: 60 })
  const failing: Question = { ...question(), read: () => Promise.reject(new Error('no')) }
  const told = await Promise.allSettled([cache.answer(failing), cache.answer(failing)])
  expect(told.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(await cache.answer(question())).toEqual(write({ n: 1 }))
})

test('answerCache reads each time when the answer is not worth keeping', async () => {
  const { question, readings } = counted()
  const cache = answerCache(memoryCache(), { seconds: 60 })
  await cache.answer(question({ worthKeeping: false }))
  await cache.answer(question({ worthKeeping: false }))
  expect(readings()).toBe(2)
})

test('answerCache writes an answer once, however often it is asked for', async () => {
  const { question } = counted()
  let writings = 0
  const counting = {
    ...question(),
    write: (output: unknown) => {
      writings += 1
      return write(output)
    },
  }
  for (const cache of [memoryCache(), holding('{"n":7}')]) {
    const answers = answerCache(cache, { seconds: 60 })
    for (let asked = 0; asked < 3; asked += 1) await answers.answer(counting)
  }
  expect(writings).toBe(2)
})

test('answerCache understands anew what somebody else has put in the place of an answer', async () => {
  const { question } = counted()
  let text = '{"n":7}'
  const cache = answerCache({ ...holding(null), get: async () => ({ text, generation: 'g' }) }, { seconds: 60 })
  const before = await cache.answer(question())
  text = '{"n":8}'
  expect([before, await cache.answer(question())]).toEqual([write({ n: 7 }), write({ n: 8 })])
})

test('answerCache answers alike when more is kept than it remembers', async () => {
  const { question } = counted()
  const output = { n: 1, long: 'x'.repeat(3_000_000) }
  const cache = answerCache(holding(JSON.stringify(output)), { seconds: 60 })
  for (const key of ['a', 'b', 'a'])
    expect((await cache.answer({ ...question(), key })).text).toBe(JSON.stringify(output))
})

test.for(['{"other": 1}', 'null', '7', '{"n":', ''])(
  'answerCache reads anew and replaces a foreign entry: %s',
  async (text) => {
    const { question } = counted()
    const cache = holding(text)
    expect(await answerCache(cache, { seconds: 60 }).answer(question())).toEqual(write({ n: 1 }))
    expect(cache.written).toEqual(['{"n":1}'])
  },
)

test('answerCache keeps nothing when the generation is not known', async () => {
  const { question } = counted()
  const cache = holding(null, null)
  await answerCache(cache, { seconds: 60 }).answer(question())
  expect(cache.written).toEqual([])
})
