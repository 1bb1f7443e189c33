import { expect, test, vi } from 'vitest'
import type { Calistheniq } from '../src/create-client.js'
import { keyValueQueueStore } from '../src/offline/key-value-store.js'
import { memoryQueueStore } from '../src/offline/memory-store.js'
import { offlineQueue } from '../src/offline/offline-queue.js'
import type { QueueStore } from '../src/offline/queued.js'
import { uuid7 } from '../src/request/uuid.js'
import { someCaller, someOperations } from './callers.js'
import { problem, type Received, scriptedApi } from './scripted-api.js'

const clientOf = (baseUrl: string) =>
  ({ call: someCaller(baseUrl), operations: someOperations }) as unknown as Calistheniq

const memoryStorage = () => {
  const kept = new Map<string, string>()
  return {
    getItem: async (key: string) => kept.get(key) ?? null,
    setItem: async (key: string, value: string) => void kept.set(key, value),
    removeItem: async (key: string) => void kept.delete(key),
  }
}

const addSessions = async (store: QueueStore, client: Calistheniq, dates: readonly string[]) => {
  const queue = offlineQueue(client, { store })
  for (const date of dates) await queue.add('sessions.create', { body: { date } as never })
  return queue
}

const datesOf = (received: readonly Received[]) =>
  received.map(({ body }) => (JSON.parse(body) as { readonly date: string }).date)

test.each([
  ['memory', () => memoryQueueStore()],
  ['key and value', () => keyValueQueueStore(memoryStorage())],
])(
  'commands survive in a store of %s, and are sent in the order in which they were added',
  async (_name, makeStore) => {
    const { baseUrl, received } = await scriptedApi({ status: 201, body: {} })
    const store = makeStore()
    const dates = Array.from({ length: 20 }, (_, day) => `2026-11-${day + 10}`)
    await addSessions(store, clientOf(baseUrl), dates)
    // the app was closed; another queue finds the same store
    const result = await offlineQueue(clientOf(baseUrl), { store }).sync()
    expect(result).toEqual({ done: 20, refused: 0, waiting: 0 })
    expect(datesOf(received)).toEqual(dates)
    expect(await store.list()).toEqual([])
  },
)

test('a command that is cut off stays, and is sent under the same key and id later', async () => {
  const { baseUrl, received } = await scriptedApi('cut', 'cut', 'cut', { status: 201, body: {} })
  const queue = await addSessions(memoryQueueStore(), clientOf(baseUrl), ['2026-11-27'])
  expect(await queue.sync()).toEqual({ done: 0, refused: 0, waiting: 1 })
  expect(await queue.sync()).toEqual({ done: 1, refused: 0, waiting: 0 })
  const [first, last] = [received[0], received.at(-1)]
  expect(last?.headers['idempotency-key']).toBe(first?.headers['idempotency-key'])
  expect(last?.body).toBe(first?.body)
  expect(JSON.parse(`${last?.body}`)).toMatchObject({ id: expect.stringMatching(/^[0-9a-f-]{36}$/) })
})

test('a refused command holds nothing up, is kept with its problem, and can wait again', async () => {
  const { baseUrl, received } = await scriptedApi(problem(409, 'SESSION_STATE'), { status: 201, body: {} })
  const onRefused = vi.fn()
  const store = memoryQueueStore()
  const queue = offlineQueue(clientOf(baseUrl), { store, onRefused })
  const refused = await queue.add('sessions.create', { body: { date: '2026-11-01' } as never })
  await queue.add('sessions.create', { body: { date: '2026-11-02' } as never })
  expect(await queue.sync()).toEqual({ done: 1, refused: 1, waiting: 0 })
  expect(await queue.list()).toMatchObject([{ key: refused.key, problem: { status: 409, code: 'SESSION_STATE' } }])
  expect(onRefused).toHaveBeenCalledOnce()
  await queue.retry(refused.key)
  expect(await queue.sync()).toEqual({ done: 1, refused: 0, waiting: 0 })
  expect(datesOf(received)).toEqual(['2026-11-01', '2026-11-02', '2026-11-01'])
})

test('a deletion that finds nothing is done, any other command that finds nothing is refused', async () => {
  const { baseUrl } = await scriptedApi(problem(404, 'SESSION_NOT_FOUND'))
  const onDone = vi.fn()
  const queue = offlineQueue(clientOf(baseUrl), { store: memoryQueueStore(), onDone })
  await queue.add('sessions.delete', { sessionId: uuid7() })
  await queue.add('sessions.update', { sessionId: uuid7(), body: { notes: 'Strong' } })
  expect(await queue.sync()).toEqual({ done: 1, refused: 1, waiting: 0 })
  expect(await queue.list()).toMatchObject([{ operation: 'sessions.update', problem: { status: 404 } }])
  expect(onDone).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ operation: 'sessions.delete' }), undefined)
})

test('where nobody is signed in, all waits', async () => {
  const { baseUrl, received } = await scriptedApi(problem(401, 'UNAUTHENTICATED'))
  const queue = await addSessions(memoryQueueStore(), clientOf(baseUrl), ['2026-11-01', '2026-11-02'])
  expect(await queue.sync()).toEqual({ done: 0, refused: 0, waiting: 2 })
  expect(received).toHaveLength(1)
})

test('two calls of sync send each command once', async () => {
  const { baseUrl, received } = await scriptedApi({ status: 201, body: {} })
  const queue = await addSessions(memoryQueueStore(), clientOf(baseUrl), ['2026-11-01', '2026-11-02', '2026-11-03'])
  await Promise.all([queue.sync(), queue.sync()])
  expect(datesOf(received)).toEqual(['2026-11-01', '2026-11-02', '2026-11-03'])
})

test('a clock that was set back changes no order', async () => {
  const { baseUrl, received } = await scriptedApi({ status: 201, body: {} })
  const store = memoryQueueStore()
  const later = Date.now() + 3_600_000
  const input = { body: { date: '2026-11-01' } }
  await store.put({ key: uuid7(later), operation: 'sessions.create', input, problem: null })
  const queue = await addSessions(store, clientOf(baseUrl), ['2026-11-02', '2026-11-03'])
  await queue.sync()
  expect(datesOf(received)).toEqual(['2026-11-01', '2026-11-02', '2026-11-03'])
})

test('what changed elsewhere is brought once nothing waits', async () => {
  const { baseUrl } = await scriptedApi('cut', 'cut', 'cut', { status: 201, body: {} })
  const pull = vi.fn(async () => undefined)
  const queue = offlineQueue(clientOf(baseUrl), { store: memoryQueueStore(), pull })
  await queue.add('sessions.create', { body: { date: '2026-11-01' } as never })
  await queue.sync()
  expect(pull).not.toHaveBeenCalled()
  await queue.sync()
  expect(pull).toHaveBeenCalledOnce()
})

test('a command leaves the queue only once what it did is kept, and may be seen twice', async () => {
  const { baseUrl } = await scriptedApi({ status: 201, body: { id: '1' } })
  const store = memoryQueueStore()
  const seen: unknown[] = []
  const onDone = async (_queued: unknown, output: unknown) => {
    seen.push([output, (await store.list()).length])
    if (seen.length === 1) throw new Error('the disk is full')
  }
  const queue = offlineQueue(clientOf(baseUrl), { store, onDone })
  await queue.add('sessions.create', { body: { date: '2026-11-27' } as never })
  await expect(queue.sync()).rejects.toThrow('the disk is full')
  expect(await queue.sync()).toEqual({ done: 1, refused: 0, waiting: 0 })
  expect(seen).toEqual([
    [{ id: '1' }, 1],
    [{ id: '1' }, 1],
  ])
})

test('a version that the app knows is named, and nothing is refused for it', async () => {
  const done = { status: 201, body: {} }
  const { baseUrl, received } = await scriptedApi(
    done,
    problem(412, 'VERSION_MISMATCH'),
    done,
    problem(412, 'VERSION_MISMATCH'),
  )
  const queue = offlineQueue(clientOf(baseUrl), { store: keyValueQueueStore(memoryStorage()) })
  const create = (versions: object) => queue.add('sessions.create', { body: { date: '2026-11-27' } as never }, versions)
  for (const versions of [{ knownVersion: 3 }, { knownVersion: 4 }, { ifMatch: 5, knownVersion: 6 }])
    await create(versions)
  expect(await queue.sync()).toEqual({ done: 2, refused: 1, waiting: 0 })
  expect(received.map(({ headers }) => headers['if-match'])).toEqual(['"3"', '"4"', undefined, '"5"'])
  expect(received[1]?.headers['idempotency-key']).toBe(received[2]?.headers['idempotency-key'])
})
