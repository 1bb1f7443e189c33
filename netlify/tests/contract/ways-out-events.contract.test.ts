import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { Scope } from '#domain/account/principal.js'
import { EventType } from '#domain/event/event.js'
import { readingScope } from '#domain/event/reading-scope.js'
import { DeliverableType } from '#domain/webhook/endpoint.schema.js'
import { dnsResolver } from '#infrastructure/webhooks/resolve-host.js'
import { secretBox } from '#infrastructure/webhooks/secret-box.js'
import { webhookSender } from '#infrastructure/webhooks/send.js'
import { entityScope } from '#orchestration/privacy/support/entity-scopes.js'
import { deliverDue } from '#orchestration/webhooks/deliver-due.js'
import { Entity } from '#queries/owned-entities.js'
import { type Client, clientOf, type TestApi, type TestAthlete, testApi } from '#tests/support/api.js'
import { makeAllExports } from '#tests/support/exports.js'
import { expectStatus, noon } from '#tests/support/session-api.js'
import { startReceiver } from '#tests/support/webhook-receiver.js'
import { insertBareRow, loosen, personalTables } from './personal-tables.js'

// The history, webhooks and the export, asked with each scope alone.

const api = await testApi()
/** Where deliveries may go to this machine. */
const sending = await testApi({ env: { WEBHOOKS_ALLOW_PRIVATE: 'true' } })
beforeAll(() => api.setNow(noon))

const tokenOf = ({ id }: TestAthlete, ...scopes: Scope[]) => api.issuer.issueToken({ sub: id, scope: scopes.join(' ') })
const readScopes = Scope.options.filter((scope) => scope.endsWith(':read'))

const Recorded = z.array(z.object({ type: EventType, version: z.number(), payload: z.record(z.string(), z.unknown()) }))
const recorded = Recorded.parse(JSON.parse(readFileSync(join(import.meta.dirname, 'recorded-events.json'), 'utf8')))

/** Records an event of every type and version, and queues those for webhooks. */
async function everythingHappens({ id: userId }: TestAthlete, { db }: TestApi = api): Promise<void> {
  for (const { type, version, payload } of recorded) {
    await db.rows(
      `with event as (
        insert into events (id, user_id, type, type_version, subject, occurred_at, recorded_at, request_id, payload)
        values (gen_random_uuid(), $1, $2, $3, 'it', $5, $5, 'a-test', $4)
        returning id, type
      )
      insert into webhook_deliveries (
        id, user_id, endpoint_id, event_id, event_type, payload, next_attempt_at, created_at
      )
      select gen_random_uuid(), $1, endpoint.id, event.id, event.type, jsonb_build_object('type', event.type), now(), now()
      from event
      join webhook_endpoints as endpoint on endpoint.user_id = $1 and event.type = any (endpoint.event_types)`,
      [userId, type, version, JSON.stringify(payload), noon],
    )
  }
}

const namesOf = (types: Iterable<string>) => [...new Set(types)].sort()
const readBy = (types: readonly EventType[], ...scopes: Scope[]) =>
  namesOf(types.filter((type) => scopes.includes(readingScope[type])))

test.each(readScopes)('the history shows events of %s beside those of progress:read, and no other', async (scope) => {
  const athlete = await api.athlete()
  await everythingHappens(athlete)
  const client = clientOf(api.fetch, await tokenOf(athlete, 'progress:read', scope))
  const { data, page } = expectStatus(await client.get('/me/history?limit=100'), 200).body
  expect(page.nextCursor).toBeNull()
  expect(namesOf(data.map(({ type }: { type: string }) => type))).toEqual(
    readBy(EventType.options, 'progress:read', scope),
  )
  for (const type of EventType.options) {
    const readable = readBy([type], 'progress:read', scope).length === 1
    expect((await client.get(`/me/history?type=${type}`)).status, type).toBe(readable ? 200 : 403)
  }
})

test('the history pages without holes over events that the caller may not read', async () => {
  const athlete = await api.athlete()
  await everythingHappens(athlete)
  const client = clientOf(api.fetch, await tokenOf(athlete, 'progress:read'))
  const seen: string[] = []
  let cursor = ''
  do {
    const { data, page } = expectStatus(await client.get(`/me/history?limit=2${cursor}`), 200).body
    expect(data.length).toBe(page.nextCursor ? 2 : data.length)
    seen.push(...data.map(({ id }: { id: string }) => id))
    cursor = page.nextCursor && `&cursor=${encodeURIComponent(page.nextCursor)}`
  } while (cursor)
  const whole = expectStatus(await client.get('/me/history?limit=100'), 200).body.data
  expect(seen).toEqual(whole.map(({ id }: { id: string }) => id))
})

test.each(Scope.options)('a webhook may ask for events of %s with that scope, and for no other', async (scope) => {
  const athlete = await api.athlete()
  const client = clientOf(api.fetch, await tokenOf(athlete, 'webhooks:write', scope))
  const url = 'https://192.0.3.1/hook'
  const readable = readBy(DeliverableType.options, scope)
  const all = await client.post('/me/webhooks', { url, eventTypes: DeliverableType.options })
  expect([all.status, all.body.code]).toEqual([403, 'WEBHOOK_SCOPES'])
  const named: string[] = all.body.errors.map(({ detail }: { detail: string }) => detail.split(' ')[0])
  expect(namesOf(named)).toEqual(namesOf(DeliverableType.options.filter((type) => !readable.includes(type))))
  if (readable.length > 0) expectStatus(await client.post('/me/webhooks', { url, eventTypes: readable }), 201)
})

test.each(readScopes)('a webhook of a key with %s is sent events of it, and no other', async (scope) => {
  const athlete = await sending.athlete()
  const receiver = await startReceiver()
  const made = expectStatus(await athlete.post('/me/keys', { name: 'Hook', scopes: Scope.options }), 201).body
  const key = clientOf(sending.fetch, made.key)
  expectStatus(await key.post('/me/webhooks', { url: receiver.url, eventTypes: DeliverableType.options }), 201)
  await everythingHappens(athlete, sending)
  // as if the list of scopes of an app had shrunk since
  await sending.db.rows('update api_keys set scopes = $2 where id = $1 returning id', [made.id, [scope]])
  await deliver()
  expect(await sending.db.rows('select from webhook_deliveries where next_attempt_at is not null')).toEqual([])
  const sent = receiver.received.map(({ body }) => z.object({ type: z.string() }).parse(JSON.parse(body)).type)
  expect(namesOf(sent)).toEqual(readBy(DeliverableType.options, scope))
})

const deliver = () =>
  deliverDue({
    database: sending.db.operator(),
    secrets: secretBox(sending.config.auth.secret),
    send: webhookSender({ allowPrivate: true, resolve: dnsResolver(), timeoutMs: 1_000 }),
    random: () => 0,
  })

describe('the export', async () => {
  const loose = await testApi()
  loose.setNow(noon)
  const owner = await loose.athlete()

  beforeAll(async () => {
    // an event of privacy:read, as the export in the background has one of itself
    expectStatus(await owner.put('/me/consents/research', { given: true }), 200)
    const tables = (await personalTables(loose.db)).filter(({ table }) => table !== 'users')
    for (const { table, userColumn } of tables) {
      await loosen(loose.db, table)
      await insertBareRow(loose.db, table, userColumn, owner.id)
    }
    await loose.db.rows(`update events set type = 'session.started' where user_id = $1 and type <> 'consent.changed'`, [
      owner.id,
    ])
    await loose.db.rows(`update webhook_deliveries set event_type = 'goal.set' where user_id = $1`, [owner.id])
  })

  type Ask = (client: Client) => Promise<string>

  /** The ways to an export, each ending in the address of its one file. */
  const ways: readonly (readonly [string, Ask])[] = [
    ['in one answer', async () => '/me/export'],
    [
      'in the background',
      async (client) => {
        await loose.db.rows('delete from account_exports')
        await loose.db.rows('delete from account_export_parts')
        const { id } = expectStatus(await client.post('/me/exports'), 201).body
        await makeAllExports(loose.db)
        return `/me/exports/${id}/parts/1`
      },
    ],
  ]

  const filesFor = async (way: Ask, scopes: readonly Scope[]) => {
    const token = await loose.issuer.issueToken({ sub: owner.id, scope: scopes.join(' ') })
    const headers = { authorization: `Bearer ${token}` }
    const response = await loose.fetch(await way(clientOf(loose.fetch, token)), { headers })
    expect(response.status).toBe(200)
    const files = unzipSync(new Uint8Array(await response.arrayBuffer()))
    const texts = Object.entries(files).map(([name, file]) => [name, new TextDecoder().decode(file)] as const)
    return {
      entities: namesOf(texts.flatMap(([name]) => /^json\/([a-z-]*)\..*json$/.exec(name)?.[1] ?? [])),
      readme: new TextDecoder().decode(files['README.txt']),
      whole: texts.map(([, text]) => text).join('\n'),
    }
  }

  test.each(ways)('%s has every part for somebody who signed in', async (_, way) => {
    const { entities, readme } = await filesFor(way, Scope.options)
    expect(entities).toEqual(namesOf(Entity.options))
    expect(readme).toContain('Nothing was left out.')
  })

  const waysByScope = ways.flatMap(([name, way]) => readScopes.map((scope) => [name, scope, way] as const))

  test.each(waysByScope)(
    '%s has the parts of %s beside those of privacy:read, and names the others',
    async (_, scope, way) => {
      const { entities, readme, whole } = await filesFor(way, ['privacy:read', scope])
      const readable = Entity.options.filter((entity) => ['privacy:read', scope].includes(entityScope[entity]))
      // what was sent is of progress:read besides webhooks:read
      expect(entities).toEqual(namesOf(readable.filter((entity) => entity !== 'webhook-deliveries')))
      expect(whole.includes('"session.started"')).toBe(scope === 'sessions:read')
      expect(whole).toContain('"consent.changed"')
      for (const entity of Entity.options.filter((one) => !readable.includes(one)))
        expect(readme).toContain(`${entity}: needs ${entityScope[entity]}`)
    },
  )
})
