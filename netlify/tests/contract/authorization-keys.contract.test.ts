import { beforeAll, describe, expect, test } from 'vitest'
import { Scope } from '#domain/account/principal.js'
import { servedOperations } from '#http/openapi/operations.js'
import type { Operation } from '#orchestration/contract.js'
import { type TestAthlete, testApi } from '#tests/support/api.js'
import { expectStatus, noon } from '#tests/support/session-api.js'
import { openMatrix } from './matrix.js'
import { stateReader } from './personal-state.js'
import { ask } from './recipes/recipe.js'
import { recipeOf } from './recipes.js'

const api = await testApi()
const stateOf = await stateReader(api)
const note = openMatrix()
const secured = servedOperations.flatMap((operation) =>
  operation.access === 'public' ? [] : [[operation.id, operation, operation.access.scope] as const],
)

beforeAll(() => api.setNow(noon))

type Made = { readonly id: string; readonly key: string }

async function makeKey(athlete: TestAthlete, keyScopes: readonly Scope[]): Promise<Made> {
  return expectStatus(await athlete.post('/me/keys', { name: 'Watch', scopes: keyScopes }), 201).body
}

/** Changes the last character of a key, so that its checksum is wrong. */
const mistyped = (key: string) => key.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))

/** Makes keys of the owner that must not be accepted. */
async function badKeys(owner: TestAthlete): Promise<Record<string, string>> {
  const good = await makeKey(owner, Scope.options)
  const [revoked, rotated, expired] = [
    await makeKey(owner, Scope.options),
    await makeKey(owner, Scope.options),
    await makeKey(owner, Scope.options),
  ]
  expectStatus(await owner.post(`/me/keys/${revoked.id}/revoke`), 200)
  expectStatus(await owner.post(`/me/keys/${rotated.id}/rotate`), 201)
  const past = `set created_at = '2020-01-01', expires_at = '2020-01-02'`
  await api.db.rows(`update api_keys ${past} where id = $1 returning id`, [expired.id])
  return {
    'bad checksum': mistyped(good.key),
    'no such key': `ciq_${'0'.repeat(43)}_000000`,
    'revoked key': revoked.key,
    'rotated key': rotated.key,
    'expired key': expired.key,
  }
}

/**
 * Reads every row of an athlete except the keys, which record their last use, and the security log.
 */
async function kept(athlete: TestAthlete): Promise<unknown> {
  const { api_keys: _, security_log: __, ...rest } = await stateOf(athlete)
  return rest
}

async function arranged({ id }: Operation) {
  const owner = await api.athlete({ name: `owner of ${id}` })
  const asked = await recipeOf(id)(owner, api)
  return { owner, asked }
}

describe.each(secured)('%s', (id, operation, scope) => {
  test('accepts a valid API key with the scope, and refuses every other key', async () => {
    const { owner, asked } = await arranged(operation)
    const keys = await badKeys(owner)
    const without = await makeKey(
      owner,
      Scope.options.filter((other) => other !== scope),
    )
    const good = await makeKey(owner, Scope.options)
    const before = await kept(owner)
    for (const [name, key] of Object.entries(keys)) {
      const answer = await ask(api, operation, asked, key)
      note(id, { [name]: answer })
      expect(`${name}: ${answer.status} ${answer.body?.code}`).toBe(`${name}: 401 UNAUTHENTICATED`)
      expect(answer.headers.get('www-authenticate')).toBe('Bearer error="invalid_token"')
    }
    const forbidden = await ask(api, operation, asked, without.key)
    note(id, { 'every other scope': forbidden })
    expect(`${forbidden.status} ${forbidden.body?.code}`).toBe('403 INSUFFICIENT_SCOPE')
    expect(await kept(owner)).toEqual(before)
    const own = await ask(api, operation, asked, good.key)
    note(id, { 'with the scope': own })
    // what needs a fresh sign-in is no key's to do
    const granted = operation.access !== 'public' && operation.access.freshSignIn ? 401 : operation.http.status
    expect(own.status, JSON.stringify(own.body)).toBe(granted)
  })

  test('shows and changes nothing when the account was erased', async () => {
    const { owner, asked } = await arranged(operation)
    const key = await makeKey(owner, Scope.options)
    const ids = idsOf(await stateOf(owner))
    expectStatus(await owner.delete('/me'), 204)
    const before = await stateOf(owner)
    const answer = await ask(api, operation, asked, owner.token)
    const byKey = await ask(api, operation, asked, key.key)
    note(id, { 'erased, by token': answer, 'erased, by key': byKey })
    expect(byKey.status).toBe(401)
    expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(500)
    if (operation.kind === 'command') expect(answer.status).toBe(id === 'privacy.eraseAccount' ? 204 : 404)
    for (const one of ids) expect(JSON.stringify(answer.body)).not.toContain(one)
    expect(await stateOf(owner)).toEqual(before)
  })
})

/** Lists the ids in a state, except those of the library. */
function idsOf(value: unknown): string[] {
  const found = JSON.stringify(value).match(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? []
  return [...new Set(found)].filter((id) => !libraryIds.has(id))
}

const libraryIds = new Set((await api.db.rows<{ id: string }>('select id from exercises')).map(({ id }) => id))
