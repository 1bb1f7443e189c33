import { beforeAll, describe, expect, test } from 'vitest'
import { freshSignInSeconds } from '#domain/account/fresh-sign-in.js'
import { Scope } from '#domain/account/principal.js'
import { servedOperations } from '#http/openapi/operations.js'
import { serve } from '#http/serve.js'
import type { Operation } from '#orchestration/contract.js'
import { type Answered, type TestApi, type TestAthlete, testApi } from '#tests/support/api.js'
import { expectStatus, noon } from '#tests/support/session-api.js'
import { type Claims, testBaseUrl } from '#tests/support/tokens.js'
import { openMatrix } from './matrix.js'
import { type State, stateReader } from './personal-state.js'
import { type Ask, ask } from './recipes/recipe.js'
import { recipeOf } from './recipes.js'

const api = await testApi({ env: { RATE_LIMIT_REQUESTS: '1000000' } })
const stateOf = await stateReader(api)
const note = openMatrix()
const commands = servedOperations.flatMap((operation) =>
  operation.kind === 'command' && operation.access !== 'public' ? [[operation.id, operation] as const] : [],
)
const grave = commands.filter(([, { access }]) => access !== 'public' && access.freshSignIn)

beforeAll(() => api.setNow(noon))

const challenge =
  'Bearer error="insufficient_user_authentication", error_description="More recent authentication is required", max_age="600"'

async function makeKey(athlete: TestAthlete): Promise<{ id: string; key: string }> {
  return expectStatus(await athlete.post('/me/keys', { name: 'Watch', scopes: Scope.options }), 201).body
}

/** Reads every row of an athlete but the log of refusals, and the last use of a key. */
async function kept(athlete: TestAthlete): Promise<unknown> {
  const { security_log: _, api_keys: keys = [], ...rest } = await stateOf(athlete)
  return { ...rest, keys: keys.map((key) => ({ ...(key as object), last_used_at: null })) }
}

const codeOf = ({ status, body, headers }: Answered) =>
  `${status} ${body?.code} ${headers.get('www-authenticate') === challenge}`

async function arranged({ id }: Operation): Promise<{ owner: TestAthlete; asked: Ask }> {
  const owner = await api.athlete()
  return { owner, asked: await recipeOf(id)(owner, api) }
}

describe.each(grave)('%s', (id, operation) => {
  test('asks for a sign-in of the last ten minutes, and takes no API key', async () => {
    const { owner, asked } = await arranged(operation)
    const signedIn = (seconds: number | null) =>
      api.issuer.issueToken({ sub: owner.id, ...(seconds === null ? { signedIn: null } : { signedIn: seconds }) })
    const { key } = await makeKey(owner)
    const before = await kept(owner)
    const stale = {
      'ten minutes and a second ago': await signedIn(-freshSignInSeconds - 1),
      'eleven minutes ago': await signedIn(-660),
      'never, by the token': await signedIn(null),
      'in half a minute and a second': await signedIn(31),
      'by an API key': key,
    }
    for (const [name, token] of Object.entries(stale)) {
      const answer = await ask(api, operation, asked, token)
      note(id, { [name]: answer })
      expect(`${name}: ${codeOf(answer)}`).toBe(`${name}: 401 FRESH_SIGN_IN_NEEDED true`)
      const kind = name === 'by an API key' ? /^An API key cannot/ : /sign in again/
      expect(answer.body.detail).toMatch(kind)
    }
    expect(await kept(owner)).toEqual(before)
    const answer = await ask(api, operation, asked, await signedIn(-freshSignInSeconds))
    note(id, { 'ten minutes ago': answer })
    expect(answer.status, JSON.stringify(answer.body)).toBe(operation.http.status)
  })

  test('says that the scope is missing before it asks for a sign-in that would be of no use', async () => {
    const { owner, asked } = await arranged(operation)
    const token = await api.issuer.issueToken({ sub: owner.id, scope: 'levels:read', signedIn: -660 })
    const { status, body } = await ask(api, operation, asked, token)
    expect([status, body.code]).toEqual([403, 'INSUFFICIENT_SCOPE'])
  })

  test('repeats no kept answer to a caller whose sign-in has grown old', async () => {
    const { owner, asked } = await arranged(operation)
    const again = { 'idempotency-key': 'once-more' }
    expect((await ask(api, operation, asked, owner.token, again)).status).toBe(operation.http.status)
    const old = await api.issuer.issueToken({ sub: owner.id, signedIn: -660 })
    const { status, body } = await ask(api, operation, asked, old, again)
    expect([status, body.code]).toEqual([401, 'FRESH_SIGN_IN_NEEDED'])
  })

  test('is refused by the operation itself, also behind a door that asks for less', async () => {
    const { owner, asked } = await arranged(operation)
    const lax: Operation = { ...operation, access: { scope: 'levels:read' } }
    const door = serve([lax], () => api.environment)
    const fetch: TestApi['fetch'] = (path, init) => door(new Request(`${testBaseUrl}/api/v1${path}`, init))
    const askAs = async (claims: Claims) => {
      const { body } = await ask(
        { ...api, fetch },
        lax,
        asked,
        await api.issuer.issueToken({ sub: owner.id, ...claims }),
      )
      return body?.code
    }
    expect(await askAs({ signedIn: -660 })).toBe('FRESH_SIGN_IN_NEEDED')
    expect(await askAs({ scope: 'levels:read' })).toBe('INSUFFICIENT_SCOPE')
  })
})

/** What opens an account: for each credential its scopes, its end, and whether it was revoked. */
function credentialsOf({ api_keys: keys = [], users = [] }: State): readonly string[] {
  const rows = keys as { id: string; scopes: string[]; expires_at: string | null; revoked_at: string | null }[]
  const live = rows.filter(({ revoked_at: revokedAt }) => revokedAt === null)
  return [
    ...live.map(({ id, scopes, expires_at: end }) => JSON.stringify([id, scopes, end])),
    `${users.length} account`,
  ]
}

test.each(commands)(
  '%s asks for it exactly when it makes or widens credentials, or erases the account',
  async (id, operation) => {
    const { owner, asked } = await arranged(operation)
    const before = new Set(credentialsOf(await stateOf(owner)))
    await ask(api, operation, asked, owner.token)
    const isGrave = credentialsOf(await stateOf(owner)).some((credential) => !before.has(credential))
    expect(isGrave).toBe(grave.some(([known]) => known === id))
  },
)

test('three operations ask for it', () => {
  expect(grave.map(([id]) => id).sort()).toEqual(['keys.create', 'keys.rotate', 'privacy.eraseAccount'])
})
