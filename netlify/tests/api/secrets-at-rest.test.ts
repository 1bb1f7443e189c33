import { createHash, randomUUID } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import * as z from 'zod'
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

/** Every file of an export, by its name. */
async function exportOf(accessToken: string): Promise<Record<string, string>> {
  const response = await api.fetch('/me/export', { headers: { authorization: `Bearer ${accessToken}` } })
  const files = Object.entries(unzipSync(new Uint8Array(await response.arrayBuffer())))
  return Object.fromEntries(files.map(([name, bytes]) => [name, strFromU8(bytes)]))
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

test('an export holds the traces that are kept of an athlete, and no secret nor its hash', async () => {
  const secrets = await secretsOfALife()
  const accessToken = secrets['access token'] ?? ''
  const files = await exportOf(accessToken)
  const part = (name: string) => z.array(z.looseObject({})).parse(JSON.parse(files[`json/${name}.json`] ?? '[]'))
  expect(part('sign-ins')).toHaveLength(2)
  expect(Object.keys(part('sign-ins')[0] ?? {}).sort()).toEqual([
    'created_at',
    'expires_at',
    'id',
    'ip_address',
    'updated_at',
    'user_agent',
  ])
  expect(part('credentials')).toMatchObject([{ provider_id: 'credential' }])
  expect(part('kept-answers')).toHaveLength(4)
  expect(part('request-counts').length).toBeGreaterThan(0)
  const whole = Object.values(files).join('\n')
  const hashes = Object.values(secrets).map((secret) => createHash('sha256').update(secret).digest('hex'))
  expect([...Object.values(secrets), ...hashes].filter((text) => whole.includes(text))).toEqual([])
})
