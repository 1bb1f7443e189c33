import { expect, test } from 'vitest'
import { memoryCache } from './memory-cache.js'

const keeping = { generation: 'process', seconds: 60 }

async function kept(cache: ReturnType<typeof memoryCache>, keys: readonly string[]) {
  const found = await Promise.all(keys.map(async (key) => ({ key, ...(await cache.get(key)) })))
  return found.filter(({ text }) => text !== null).map(({ key }) => key)
}

test('memoryCache drops the entry that was not read for longest when it has too many', async () => {
  const cache = memoryCache({ entriesMax: 3 })
  for (const key of ['a', 'b', 'c']) await cache.set(key, key, keeping)
  await cache.get('a')
  await cache.set('d', 'd', keeping)
  expect(await kept(cache, ['a', 'b', 'c', 'd'])).toEqual(['a', 'c', 'd'])
})

test('memoryCache drops entries when they have too many bytes', async () => {
  const cache = memoryCache({ bytesMax: 10_000 })
  const keys = Array.from({ length: 20 }, (_, at) => `key-${at}`)
  for (const key of keys) await cache.set(key, 'x'.repeat(500), keeping)
  expect(await kept(cache, keys)).toEqual(keys.slice(-9))
})

test('memoryCache counts a text once when it is put again', async () => {
  const cache = memoryCache({ bytesMax: 10_000 })
  await cache.set('other', 'text', keeping)
  for (let n = 0; n < 50; n += 1) await cache.set('same', 'x'.repeat(500), keeping)
  expect(await kept(cache, ['other', 'same'])).toEqual(['other', 'same'])
})
