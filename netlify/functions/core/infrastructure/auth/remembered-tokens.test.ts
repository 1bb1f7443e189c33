import { expect, test } from 'vitest'
import { idOf } from '#tests/support/ids.js'
import { type Proof, rememberedTokens } from './remembered-tokens.js'

const seconds = 1_800_000_000
const at = (later: number) => new Date((seconds + later) * 1000)

const proof: Proof = {
  principal: { userId: idOf.athlete(1), scopes: new Set(), keyId: null, signedInAt: null },
  isBuiltIn: true,
  notBefore: null,
  expiresAt: seconds + 900,
}

test('a token is remembered for a minute, however often it is used', () => {
  let now = 0
  const remembered = rememberedTokens({ clock: () => now })
  remembered.remember('token', proof)
  for (now = 0; now < 60_000; now += 1_000) expect(remembered.find('token', at(0)), `${now}`).toMatchObject(proof)
  expect(remembered.find('token', at(0))).toBeNull()
  now = 0
  expect(remembered.find('token', at(0)), 'it is forgotten, not hidden').toBeNull()
})

test('a token that was not verified is not known, whatever it begins with', () => {
  const remembered = rememberedTokens()
  remembered.remember('token', proof)
  for (const other of ['', 'toke', 'token.', 'tokem']) expect(remembered.find(other, at(0)), other).toBeNull()
})

test('a token holds until 30 seconds after it expired by the clock of the request, and no longer', () => {
  const remembered = rememberedTokens()
  remembered.remember('token', proof)
  expect(remembered.find('token', at(929.999))).not.toBeNull()
  expect(remembered.find('token', at(930))).toBeNull()
  expect(remembered.find('token', at(0)), 'a request with an earlier clock').not.toBeNull()
})

test('a token holds from 30 seconds before it begins', () => {
  const remembered = rememberedTokens()
  remembered.remember('token', { ...proof, notBefore: seconds + 100 })
  expect(remembered.find('token', at(69.999))).toBeNull()
  expect(remembered.find('token', at(70))).not.toBeNull()
})

test('no more tokens are kept than there is room for: the oldest goes', () => {
  const remembered = rememberedTokens({ tokensMax: 3 })
  for (const token of ['a', 'b', 'c', 'd']) remembered.remember(token, proof)
  expect(['a', 'b', 'c', 'd'].filter((token) => remembered.find(token, at(0)))).toEqual(['b', 'c', 'd'])
})
