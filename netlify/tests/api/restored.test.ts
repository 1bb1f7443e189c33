import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { backup } from '#database/commands/backup.js'
import { restore } from '#database/commands/restore.js'
import { servedOperations } from '#http/openapi/operations.js'
import { serve } from '#http/serve.js'
import { accountApi, bearing, newcomer } from '#tests/support/account-api.js'
import { type Client, clientOf, testApi } from '#tests/support/api.js'
import { emptyDatabase } from '#tests/support/empty-database.js'
import { testEnvironment } from '#tests/support/environment.js'
import { temporaryFolder } from '#tests/support/temporary-folder.js'
import { testBaseUrl } from '#tests/support/tokens.js'

const api = await testApi()
const folder = temporaryFolder()
const [file, later] = [join(folder, 'before.backup'), join(folder, 'later.backup')]
const live = accountApi(() => api.environment)
const account = newcomer()

let sessions: { readonly open: string; readonly signedOut: string }
let keys: Record<'kept' | 'revoked' | 'rotated', { readonly id: string; readonly key: string }>
let webhooks: Record<'kept' | 'switchedOff' | 'deleted', { readonly id: string }>

beforeAll(async () => {
  const { body } = await live('POST', '/sign-up/email', { body: account })
  const { email, password } = account
  const second = await live('POST', '/sign-in/email', { body: { email, password } })
  sessions = { open: body.token, signedOut: second.body.token }
  const athlete = clientOf(api.fetch, second.body.accessToken)
  const makeKey = async () => (await athlete.post('/me/keys', { name: 'Watch', scopes: ['profile:read'] })).body
  keys = { kept: await makeKey(), revoked: await makeKey(), rotated: await makeKey() }
  const hook = { url: 'https://192.0.3.1/hook', eventTypes: ['profile.changed'] }
  const makeWebhook = async () => (await athlete.post('/me/webhooks', hook)).body
  webhooks = { kept: await makeWebhook(), switchedOff: await makeWebhook(), deleted: await makeWebhook() }
  for (const purpose of ['health-data', 'research']) await athlete.put(`/me/consents/${purpose}`, { given: true })
  await backup({ url: api.db.url, file })
  await endSome(athlete)
  await backup({ url: api.db.url, file: later })
}, 60_000)

/** What the athlete ends after the backup. */
async function endSome(athlete: Client): Promise<void> {
  await live('POST', '/sign-out', { body: {}, ...bearing(sessions.signedOut) })
  const answers = [
    await athlete.post(`/me/keys/${keys.revoked.id}/revoke`),
    await athlete.post(`/me/keys/${keys.rotated.id}/rotate`),
    await athlete.patch(`/me/webhooks/${webhooks.switchedOff.id}`, { disabled: true }),
    await athlete.delete(`/me/webhooks/${webhooks.deleted.id}`),
    await athlete.put('/me/consents/research', { given: false }),
  ]
  for (const { status, body } of answers) expect(status, JSON.stringify(body)).toBeLessThan(300)
}

/** Restores the first backup, and serves what came back. */
async function served(tombstones?: string) {
  const url = await emptyDatabase()
  const report = await restore({ url, file, tombstones })
  const environment = testEnvironment({ DATABASE_URL: url })
  const handle = serve(servedOperations, () => environment)
  const fetchRestored = (path: string, init?: RequestInit) => handle(new Request(`${testBaseUrl}/api/v1${path}`, init))
  const send = accountApi(() => environment)
  const { email, password } = account
  const { body } = await send('POST', '/sign-in/email', { body: { email, password } })
  return {
    report,
    send,
    withToken: clientOf(fetchRestored, body.accessToken),
    withKey: ({ key }: { key: string }) => clientOf(fetchRestored, key),
  }
}

describe.each([
  ['the live database', () => api.db.url],
  ['a later backup', () => later],
])('a restore that hears from %s what has ended', (_, source) => {
  test('keeps keys revoked, webhooks ended and consents withdrawn', async () => {
    const { report, withToken, withKey } = await served(source())
    expect(report).toMatchObject({ erased: 0, ended: 5 })
    const asked = [keys.kept, keys.revoked, keys.rotated].map(async (key) => (await withKey(key).get('/me')).status)
    expect(await Promise.all(asked)).toEqual([200, 401, 401])
    const { body } = await withToken.get('/me/webhooks')
    const seen = body.data.map(({ id, disabledAt }: { id: string; disabledAt: string | null }) => [
      id,
      disabledAt !== null,
    ])
    expect(Object.fromEntries(seen)).toEqual({ [webhooks.kept.id]: false, [webhooks.switchedOff.id]: true })
    const consents = (await withToken.get('/me/consents')).body.data
    expect(consents).toMatchObject(
      expect.arrayContaining([
        expect.objectContaining({ purpose: 'health-data', given: true }),
        expect.objectContaining({ purpose: 'research', given: false }),
      ]),
    )
  })
})

test('a restore ends every session, and brings back what has ended when nobody says that it has', async () => {
  const { report, send, withKey } = await served()
  expect(report.ended).toBe(0)
  for (const token of [sessions.open, sessions.signedOut]) {
    expect((await send('GET', '/token', bearing(token))).status).toBe(401)
  }
  expect((await withKey(keys.revoked).get('/me')).status).toBe(200)
})
