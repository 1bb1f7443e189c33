import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { accountApi, newcomer } from '#tests/support/account-api.js'
import { clientOf, testApi } from '#tests/support/api.js'

const api = await testApi()
const send = accountApi(() => api.environment)
const { rows } = api.db

/** Every row of every table, as text, with the name of its table. */
async function everything(): Promise<{ table: string; row: string }[]> {
  const tables = await rows<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'app')`,
  )
  const read = tables.map(({ name }) =>
    rows<{ table: string; row: string }>(`select '${name}' as table, to_jsonb(t)::text as row from ${name} as t`),
  )
  return (await Promise.all(read)).flat()
}

/** An athlete who signs up and in, makes and rotates a key and a webhook's secret, and repeats each request. */
async function secretsOfALife(): Promise<Record<string, string>> {
  const account = newcomer()
  const idempotencyKey = randomUUID()
  const signedUp = await send('POST', '/sign-up/email', {
    body: account,
    headers: { 'idempotency-key': idempotencyKey },
  })
  const signedIn = await send('POST', '/sign-in/email', { body: { email: account.email, password: account.password } })
  const athlete = clientOf(api.fetch, signedUp.body.accessToken)
  const twice = async (path: string, body: unknown) => {
    const headers = { 'idempotency-key': randomUUID() }
    const { body: first } = await athlete.post(path, body, { headers })
    await athlete.post(path, body, { headers })
    return first
  }
  const key = await twice('/me/keys', { name: 'Watch', scopes: ['profile:read'] })
  const successor = await twice(`/me/keys/${key.id}/rotate`, undefined)
  const webhook = await twice('/me/webhooks', { url: 'https://192.0.3.1/hook', eventTypes: ['profile.changed'] })
  const rotated = await twice(`/me/webhooks/${webhook.id}/rotate-secret`, undefined)
  await clientOf(api.fetch, successor.key).get('/me')
  return {
    password: account.password,
    'idempotency key of the sign-up': idempotencyKey,
    'session token of sign-up': signedUp.body.token,
    'session token of sign-in': signedIn.body.token,
    'access token': signedUp.body.accessToken,
    'access token of sign-in': signedIn.body.accessToken,
    'API key': key.key,
    'API key by rotation': successor.key,
    "webhook's secret": webhook.secret,
    "webhook's secret by rotation": rotated.secret,
    'secret of the deployment': api.config.auth.secret,
  }
}

test('no table holds a secret that an athlete was given or gave', async () => {
  const secrets = await secretsOfALife()
  for (const [name, secret] of Object.entries(secrets)) expect(secret, name).toMatch(/^.{20,}$/)
  const stored = await everything()
  expect(new Set(stored.map(({ table }) => table)).size).toBeGreaterThan(10)
  const found = Object.entries(secrets).flatMap(([name, secret]) =>
    stored.filter(({ row }) => row.includes(secret)).map(({ table }) => `${name} in ${table}`),
  )
  expect(found).toEqual([])
})
