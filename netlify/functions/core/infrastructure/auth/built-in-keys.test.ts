import { randomUUID } from 'node:crypto'
import { exportJWK, type FlattenedJWSInput, generateKeyPair } from 'jose'
import { expect, test } from 'vitest'
import type { SigningKey } from '#queries/auth-public-keys.js'
import { builtInKeys } from './built-in-keys.js'

const { publicKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true })
const jwk = JSON.stringify(await exportJWK(publicKey))
const token: FlattenedJWSInput = { payload: '', signature: '' }

/** Keys that can be changed and a clock that can be moved; counts how often they are loaded. */
function world() {
  const state = { keys: [{ id: randomUUID(), publicKey: jwk }] as SigningKey[], nowMs: 0, loads: 0 }
  const load = async () => {
    state.loads += 1
    return state.keys
  }
  const find = builtInKeys(load, () => state.nowMs)
  return { state, find: (kid: string) => find({ alg: 'EdDSA', kid }, token) }
}

test('builtInKeys loads the keys once for many requests at once', async () => {
  const { state, find } = world()
  const kid = state.keys[0]?.id ?? ''
  await Promise.all([find(kid), find(kid), find(kid)])
  await find(kid)
  expect(state.loads).toBe(1)
})

test('builtInKeys loads the keys anew after ten minutes', async () => {
  const { state, find } = world()
  const kid = state.keys[0]?.id ?? ''
  await find(kid)
  state.nowMs = 600_000
  state.keys = [{ id: randomUUID(), publicKey: jwk }]
  await expect(find(kid)).rejects.toThrow()
  expect(state.loads).toBe(2)
})

test('builtInKeys finds a new key at once', async () => {
  const { state, find } = world()
  await find(state.keys[0]?.id ?? '')
  const fresh = { id: randomUUID(), publicKey: jwk }
  state.keys = [...state.keys, fresh]
  await expect(find(fresh.id)).resolves.toBeDefined()
  expect(state.loads).toBe(2)
})

test('builtInKeys loads at most six times a minute for unknown keys', async () => {
  const { state, find } = world()
  await find(state.keys[0]?.id ?? '')
  for (let attempt = 0; attempt < 50; attempt += 1) await expect(find(randomUUID())).rejects.toThrow()
  expect(state.loads).toBe(1 + 6)
  state.nowMs = 60_000
  await expect(find(randomUUID())).rejects.toThrow()
  expect(state.loads).toBe(1 + 7)
})

test('builtInKeys tries again after a failed load', async () => {
  const keys: SigningKey[] = [{ id: randomUUID(), publicKey: jwk }]
  let isReachable = false
  const find = builtInKeys(async () => (isReachable ? keys : Promise.reject(new Error('connection refused'))))
  const kid = keys[0]?.id ?? ''
  await expect(find({ alg: 'EdDSA', kid }, token)).rejects.toThrow('connection refused')
  isReachable = true
  await expect(find({ alg: 'EdDSA', kid }, token)).resolves.toBeDefined()
})
