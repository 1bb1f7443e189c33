import { expect, test } from 'vitest'
import { itemsOf } from '../src/pages.js'
import { someCaller } from './callers.js'
import { scriptedApi } from './scripted-api.js'

const page = (data: readonly number[], nextCursor: string | null) => ({ body: { data, page: { nextCursor } } })

test('items of all pages come one after another, with the same filters', async () => {
  const { baseUrl, received } = await scriptedApi(page([1, 2], 'next'), page([], 'last'), page([3], null))
  const items = []
  for await (const item of itemsOf(someCaller(baseUrl), 'sessions.list', { input: { limit: 2 } })) items.push(item)
  expect(items).toEqual([1, 2, 3])
  expect(received.map(({ url }) => url.replace(/.*\?/, ''))).toEqual([
    'limit=2',
    'limit=2&cursor=next',
    'limit=2&cursor=last',
  ])
})

test('a page is asked for when its first item is wanted', async () => {
  const { baseUrl, received } = await scriptedApi(page([1, 2], 'next'))
  for await (const item of itemsOf(someCaller(baseUrl), 'sessions.list', {})) if (item === 2) break
  expect(received).toHaveLength(1)
})

test('a page that leads to itself is no endless loop', async () => {
  const { baseUrl } = await scriptedApi(page([1], 'same'))
  const all = async () => {
    for await (const _ of itemsOf(someCaller(baseUrl), 'sessions.list', {}));
  }
  await expect(all()).rejects.toThrow('A page of sessions.list leads to itself')
})
