import { randomUUID } from 'node:crypto'
import { exportSPKI, SignJWT, UnsecuredJWT } from 'jose'
import { beforeAll, describe, expect, test } from 'vitest'
import { Scope } from '#domain/account/principal.js'
import { servedOperations } from '#http/openapi/operations.js'
import type { Operation } from '#orchestration/contract.js'
import { type Answered, type TestAthlete, testApi } from '#tests/support/api.js'
import { noon } from '#tests/support/session-api.js'
import { payloadOf } from '#tests/support/tokens.js'
import { openMatrix } from './matrix.js'
import { type State, stateReader } from './personal-state.js'
import { type Ask, ask } from './recipes/recipe.js'
import { recipeOf, recipes } from './recipes.js'

const api = await testApi()
const stateOf = await stateReader(api)
const secured = servedOperations
  .filter(({ access }) => access !== 'public')
  .map((operation) => [operation.id, operation] as const)
const open = servedOperations
  .filter(({ access }) => access === 'public')
  .map((operation) => [operation.id, operation] as const)

const publicKey = await exportSPKI(api.issuer.publicKey)

beforeAll(() => api.setNow(noon))

const note = openMatrix()

test('every operation has a recipe', () => {
  expect(servedOperations.map(({ id }) => id).filter((id) => !(id in recipes))).toEqual([])
})

/** Reads every row of an athlete except the security log, which records refused requests. */
async function kept(athlete: TestAthlete): Promise<State> {
  const { security_log: _, ...rest } = await stateOf(athlete)
  return rest
}

type Arrangement = { readonly owner: TestAthlete; readonly asked: Ask; readonly before: State }

async function arranged(operation: Operation): Promise<Arrangement> {
  const { id, replaces } = operation
  const owner = await api.athlete({ name: `owner of ${id}` })
  const asked = await recipeOf(id)(owner, api)
  // what a PUT creates is somebody's only once it is there
  if (replaces) await ask(api, operation, asked, owner.token)
  return { owner, asked, before: await kept(owner) }
}

const codeOf = ({ status, body }: Answered) => `${status} ${body?.code}`

/** Signs the classical forgery: with the public key as the shared secret. */
function signedWithPublicKey(sub: string): Promise<string> {
  const header = { alg: 'HS256', kid: api.issuer.kid }
  return new SignJWT(payloadOf({ sub })).setProtectedHeader(header).sign(Buffer.from(publicKey))
}

describe.each(secured)('%s', (id, operation) => {
  const scope = operation.access === 'public' ? '' : operation.access.scope
  const scopesWithout = Scope.options.filter((other) => other !== scope).join(' ')

  let arrangement: Arrangement
  // both tests share it: nothing changes before the owner asks, at the very end
  beforeAll(async () => {
    arrangement = await arranged(operation)
  })

  test('shows and changes nothing of the owner when another athlete asks', async () => {
    const { owner, asked, before } = arrangement
    const stranger = await api.athlete()
    const answer = await ask(api, operation, asked, stranger.token)
    const text = JSON.stringify(answer.body)
    expect(text).not.toContain(owner.id)
    for (const id of idsOf(before)) expect(text).not.toContain(id)
    expect(await kept(owner)).toEqual(before)
    note(id, { stranger: answer })
    const owned = idsOf(asked.path)
    if (owned.length === 0) return
    if (operation.replaces) {
      expect(codeOf(answer)).toBe('409 ID_TAKEN')
      return
    }
    expect(answer.status, text).toBe(404)
    const nowhere = { ...asked, path: owned.reduce((path, id) => path.replace(id, randomUUID()), asked.path) }
    const missing = await ask(api, operation, nowhere, stranger.token)
    expect(JSON.stringify({ ...answer.body, instance: null })).toBe(JSON.stringify({ ...missing.body, instance: null }))
  })

  test('refuses every token that is missing, forged, expired or without the scope', async () => {
    const { owner, asked, before } = arrangement
    const { issueToken } = api.issuer
    const [head, claims, signature = ''] = owner.token.split('.')
    const forged = [head, claims, signature.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'))].join('.')
    const answers = {
      'no token': await ask(api, operation, asked, null),
      'no JWT': await ask(api, operation, asked, 'not-a-token'),
      'forged signature': await ask(api, operation, asked, forged),
      expired: await ask(api, operation, asked, await issueToken({ sub: owner.id, expiresIn: -60 })),
      'other issuer': await ask(
        api,
        operation,
        asked,
        await issueToken({ sub: owner.id, iss: 'https://elsewhere.example' }),
      ),
      'other audience': await ask(
        api,
        operation,
        asked,
        await issueToken({ sub: owner.id, aud: 'https://elsewhere.example' }),
      ),
      'alg none': await ask(api, operation, asked, new UnsecuredJWT(payloadOf({ sub: owner.id })).encode()),
      'HS256 with the public key': await ask(api, operation, asked, await signedWithPublicKey(owner.id)),
      'every other scope': await ask(api, operation, asked, await issueToken({ sub: owner.id, scope: scopesWithout })),
    }
    note(id, answers)
    const { 'every other scope': forbidden, ...unauthenticated } = answers
    const seen = Object.entries(unauthenticated).map(([name, answer]) => `${name}: ${codeOf(answer)}`)
    expect(seen).toEqual(Object.keys(unauthenticated).map((name) => `${name}: 401 UNAUTHENTICATED`))
    expect(codeOf(forbidden)).toBe('403 INSUFFICIENT_SCOPE')
    for (const answer of Object.values(unauthenticated)) {
      expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer( error="invalid_token")?$/)
    }
    expect(await kept(owner)).toEqual(before)
    const own = await ask(api, operation, asked, owner.token)
    note(id, { owner: own })
    expect(own.status, JSON.stringify(own.body)).toBe(operation.replaces ? 200 : operation.http.status)
  })
})

test.each(open)('%s answers the same with and without a token', async (id, operation) => {
  const { owner, asked } = await arranged(operation)
  const answers = [null, owner.token, 'not-a-token'].map((token) => ask(api, operation, asked, token))
  const [visitor, athlete, nobody] = (await Promise.all(answers)).map(({ status, body }) => ({ status, body }))
  if (visitor && nobody && athlete) note(id, { 'no token': visitor, 'no JWT': nobody, owner: athlete })
  expect(visitor?.status, JSON.stringify(visitor?.body)).toBe(operation.http.status)
  expect([athlete, nobody]).toEqual([visitor, visitor])
})

/** Lists the ids in a value, except those of the library, which everybody may see. */
function idsOf(value: unknown): string[] {
  const found = JSON.stringify(value).match(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? []
  return [...new Set(found)].filter((id) => !libraryIds.has(id))
}

const libraryIds = new Set((await api.db.rows<{ id: string }>('select id from exercises')).map(({ id }) => id))
