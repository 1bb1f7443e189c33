import { expect, test } from 'vitest'
import { CalistheniqUnreachable, isProblem } from '../src/problem.js'
import { someCaller } from './callers.js'
import { problem, scriptedApi } from './scripted-api.js'

const done = { status: 201, body: { id: 'a' } }

test('parameters go into the path and the query, and lists are joined by commas', async () => {
  const { baseUrl, received } = await scriptedApi({ body: {} })
  await someCaller(baseUrl)('sessions.get', { sessionId: 'a/b ä' })
  await someCaller(baseUrl)('exercises.list', { q: 'pull up', category: undefined, tags: ['a', 'b'] })
  expect(received.map(({ url }) => url)).toEqual([
    '/api/v1/sessions/a%2Fb%20%C3%A4',
    '/api/v1/exercises?q=pull+up&tags=a%2Cb',
  ])
})

test('a missing parameter of the path is told before anything is sent', async () => {
  const { baseUrl, received } = await scriptedApi({ body: {} })
  await expect(someCaller(baseUrl)('sessions.get')).rejects.toThrow('/sessions/{sessionId} needs sessionId')
  expect(received).toEqual([])
})

test('a command whose answer is lost is sent again under the same key', async () => {
  const { baseUrl, received } = await scriptedApi('cut', 'cut', done)
  const { body } = await someCaller(baseUrl)('sessions.create', { body: { date: '2026-11-27' } })
  expect(body).toEqual({ id: 'a' })
  const keys = received.map(({ headers }) => headers['idempotency-key'])
  expect(keys).toHaveLength(3)
  expect(new Set(keys).size, `${keys}`).toBe(1)
  expect(keys[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})

test('the next attempt waits as long as Retry-After says', async () => {
  const { baseUrl } = await scriptedApi(problem(503, 'SERVICE_UNAVAILABLE', { 'retry-after': '1' }), done)
  const began = Date.now()
  await someCaller(baseUrl)('sessions.create', { body: {} })
  expect(Date.now() - began).toBeGreaterThanOrEqual(990)
})

test('a request that cannot be repeated safely is sent once', async () => {
  const { baseUrl, received } = await scriptedApi('cut', done)
  await expect(someCaller(baseUrl)('accounts.signIn', { body: {} })).rejects.toThrow(CalistheniqUnreachable)
  expect(received).toHaveLength(1)
})

test('a refusal is an error with code, faults and the id of the request, and is not sent again', async () => {
  const { baseUrl, received } = await scriptedApi(problem(409, 'SESSION_STATE'))
  const error = await someCaller(baseUrl)('sessions.create', { body: {} }).catch((thrown: unknown) => thrown)
  expect(isProblem(error)).toBe(true)
  expect(error).toMatchObject({
    status: 409,
    code: 'SESSION_STATE',
    detail: 'It is SESSION_STATE.',
    requestId: 'request-1',
    operation: 'sessions.create',
  })
  expect(received).toHaveLength(1)
})

test('a page of HTML from something in between is a problem of unknown code', async () => {
  const { baseUrl } = await scriptedApi({ status: 404, headers: { 'content-type': 'text/html' }, body: '<html>' })
  await expect(someCaller(baseUrl)('sessions.list')).rejects.toMatchObject({ status: 404, code: 'UNKNOWN' })
})

test('a caller who gives up gets the own reason, and nothing is sent again', async () => {
  const { baseUrl, received } = await scriptedApi('cut')
  const reason = new Error('left the page')
  const giveUp = new AbortController()
  const call = someCaller(baseUrl)('sessions.list', {}, { signal: giveUp.signal })
  setTimeout(() => giveUp.abort(reason), 100)
  await expect(call).rejects.toBe(reason)
  expect(received).toHaveLength(1)
})

test('a version becomes an If-Match header, and an ETag stays as it is', async () => {
  const { baseUrl, received } = await scriptedApi({ body: {} })
  const call = someCaller(baseUrl)
  await call('sessions.update', { sessionId: 'a', body: {} }, { ifMatch: 3 })
  await call('sessions.update', { sessionId: 'a', body: {} }, { ifMatch: '"3.abc"' })
  expect(received.map(({ headers }) => headers['if-match'])).toEqual(['"3"', '"3.abc"'])
})

test('a query that is known already is answered from memory, and not after somebody else signed in', async () => {
  const { baseUrl, received } = await scriptedApi(
    { headers: { etag: '"1"' }, body: { data: ['pull-up'] } },
    { status: 304, headers: { etag: '"1"' } },
    { body: {} },
    { body: { data: [] } },
  )
  const call = someCaller(baseUrl)
  await call('exercises.list')
  const again = await call('exercises.list')
  expect(again).toMatchObject({ status: 200, body: { data: ['pull-up'] } })
  await call('accounts.signIn', { body: {} })
  await call('exercises.list')
  expect(received.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, '"1"', undefined, undefined])
})
