import { expect, test } from 'vitest'
import { session } from '../src/auth/session.js'
import type { Tokens } from '../src/auth/tokens.js'
import { someCaller } from './callers.js'
import { problem, type Received, scriptedApi } from './scripted-api.js'

const kept = (accessToken: string | null, endsInMs: number): Tokens => ({
  sessionToken: 'session',
  accessToken,
  accessTokenEndsAt: Date.now() + endsInMs,
})

const storeWith = (tokens: Tokens | null) => {
  const saved: (Tokens | null)[] = []
  return { saved, store: { load: () => tokens, save: (next: Tokens | null) => void saved.push(next) } }
}

const bearers = (received: readonly Received[]) => received.map(({ headers }) => headers.authorization)

test('signing in keeps the tokens, and later requests carry the access token', async () => {
  const { store, saved } = storeWith(null)
  const changes: boolean[] = []
  const auth = session({ store, onChange: (isSignedIn) => changes.push(isSignedIn) })
  const { baseUrl, received } = await scriptedApi(
    { body: { sessionToken: 'session', accessToken: 'access', expiresIn: 900 } },
    { body: {} },
  )
  const call = someCaller(baseUrl, auth)
  await call('accounts.signIn', { body: {} })
  await call('sessions.list')
  await call('accounts.signOut')
  expect(bearers(received)).toEqual([undefined, 'Bearer access', 'Bearer session'])
  expect(saved).toMatchObject([{ sessionToken: 'session', accessToken: 'access' }, null])
  expect(changes).toEqual([true, false])
})

test('asking for an access token oneself leaves the session as it is', async () => {
  const { store, saved } = storeWith(kept('old', 900_000))
  const { baseUrl } = await scriptedApi({ body: { accessToken: 'new', token: 'new', expiresIn: 900 } })
  await someCaller(baseUrl, session({ store }))('accounts.token')
  expect(saved).toEqual([])
})

test('a change of the password that begins a session goes on in it', async () => {
  const { store, saved } = storeWith(kept('old', 900_000))
  const { baseUrl, received } = await scriptedApi(
    { body: { sessionToken: 'another' } },
    { body: { accessToken: 'new', expiresIn: 900 } },
    { body: {} },
  )
  const call = someCaller(baseUrl, session({ store }))
  await call('accounts.changePassword', { body: {} })
  await call('sessions.list')
  expect(bearers(received)).toEqual(['Bearer session', 'Bearer another', 'Bearer new'])
  expect(saved.at(-1)).toMatchObject({ sessionToken: 'another', accessToken: 'new' })
})

test('an access token that ends soon is exchanged once for all requests that wait', async () => {
  const { store } = storeWith(kept('old', 10_000))
  const { baseUrl, received } = await scriptedApi(({ url }) => ({
    body: url.endsWith('/auth/token') ? { accessToken: 'new', expiresIn: 900 } : {},
  }))
  const call = someCaller(baseUrl, session({ store }))
  await Promise.all([call('sessions.list'), call('sessions.list'), call('sessions.list')])
  expect(bearers(received)).toEqual(['Bearer session', 'Bearer new', 'Bearer new', 'Bearer new'])
})

test('a token that the API refuses is exchanged, and the request is sent once more under its key', async () => {
  const { store } = storeWith(kept('revoked', 900_000))
  const { baseUrl, received } = await scriptedApi(
    problem(401, 'UNAUTHENTICATED'),
    { body: { accessToken: 'new', expiresIn: 900 } },
    { status: 201, body: {} },
  )
  await someCaller(baseUrl, session({ store }))('sessions.create', { body: {} })
  expect(bearers(received)).toEqual(['Bearer revoked', 'Bearer session', 'Bearer new'])
  expect(received[2]?.headers['idempotency-key']).toBe(received[0]?.headers['idempotency-key'])
})

test('a session that is over signs the person out', async () => {
  const { store, saved } = storeWith(kept(null, 0))
  const auth = session({ store })
  const { baseUrl } = await scriptedApi(problem(401, 'UNAUTHENTICATED'))
  await expect(someCaller(baseUrl, auth)('sessions.list')).rejects.toMatchObject({ status: 401 })
  expect(await auth.isSignedIn()).toBe(false)
  expect(saved).toEqual([null])
})

test('a lost network signs nobody out', async () => {
  const auth = session({ store: storeWith(kept(null, 0)).store })
  const { baseUrl } = await scriptedApi('cut')
  await expect(someCaller(baseUrl, auth)('sessions.list')).rejects.toThrow('The API cannot be reached.')
  expect(await auth.isSignedIn()).toBe(true)
})
