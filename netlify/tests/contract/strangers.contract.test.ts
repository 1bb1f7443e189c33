import { unzipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { servedOperations } from '#http/openapi/operations.js'
import { type TestAthlete, testApi } from '#tests/support/api.js'
import { expectStatus, noon } from '#tests/support/session-api.js'
import { stateReader } from './personal-state.js'
import { recipeOf } from './recipes.js'

const api = await testApi({ env: { RATE_LIMIT_REQUESTS: '1000000' } })
const stateOf = await stateReader(api)

beforeAll(() => api.setNow(noon))

const lists = servedOperations.filter(
  ({ input, access }) => access !== 'public' && 'cursor' in (input.query?.shape ?? {}),
)

/**
 * Returns where the next page of an athlete's list begins. A list with one page only is tried with
 * a cursor of the list of sessions.
 */
async function secondPage(athlete: TestAthlete, id: string): Promise<{ path: string; cursor: string; isOwn: boolean }> {
  const { path } = await recipeOf(id)(athlete, api)
  await again(athlete, id)
  const limited = (place: string) => `${place}${place.includes('?') ? '&' : '?'}limit=1`
  const { body } = expectStatus(await athlete.get(limited(path)), 200)
  const own = body.page.nextCursor
  if (own) return { path: limited(path), cursor: own, isOwn: true }
  for (const _ of [1, 2]) await recipeOf('sessions.create')(athlete, api)
  const lent = expectStatus(await athlete.get('/sessions?limit=1'), 200).body.page.nextCursor
  return { path: limited(path), cursor: lent ?? 'eyJ.eyJ', isOwn: false }
}

/** Arranges more rows, unless those that exist prevent it. */
async function again(athlete: TestAthlete, id: string): Promise<void> {
  await Promise.resolve(recipeOf(id)(athlete, api)).catch(() => null)
}

describe.each(lists.map((operation) => [operation.id, operation] as const))('%s', (id) => {
  test('accepts its cursors only from the athlete who was given them', async () => {
    const [owner, stranger] = [await api.athlete(), await api.athlete()]
    const { path, cursor, isOwn } = await secondPage(owner, id)
    const at = `&cursor=${encodeURIComponent(cursor)}`
    const own = await owner.get(`${path}${at}`)
    expect(own.status, JSON.stringify(own.body)).toBe(isOwn ? 200 : 400)
    const foreign = await stranger.get(`${path}${at}`)
    // a webhook of the owner is not found by a stranger, whatever the cursor is
    const hidden = path.startsWith('/me/webhooks/') ? [404, 400] : [400]
    expect(hidden, JSON.stringify(foreign.body)).toContain(foreign.status)
    const tampered = await owner.get(
      `${path}&cursor=${encodeURIComponent(cursor.replace(/^./, (first) => (first === 'A' ? 'B' : 'A')))}`,
    )
    expect(tampered.body.code).toBe('INVALID_CURSOR')
  })
})

test('GET /me/export contains no row of another athlete', async () => {
  const [owner, stranger] = [await api.athlete({ name: 'Owner of all' }), await api.athlete()]
  const leaving = ['privacy.eraseAccount', 'sessions.delete']
  for (const { id, kind, access } of servedOperations) {
    if (kind === 'query' || access === 'public' || leaving.includes(id)) continue
    await again(owner, id)
  }
  const owned = idsOf(await stateOf(owner))
  expect(owned.length).toBeGreaterThan(50)
  const own = await exported(owner.token)
  expect(own).toContain(owner.id)
  const foreign = await exported(stranger.token)
  expect(foreign).toContain(stranger.id)
  expect(owned.filter((id) => foreign.includes(id))).toEqual([])
  expect(foreign).not.toContain('Owner of all')
})

test.each(['', '/deliveries', '/rotate-secret', '/deliveries/{delivery}/replay'])(
  'a webhook%s of another athlete is answered byte for byte as one that does not exist',
  async (step) => {
    const [owner, stranger] = [await api.athlete(), await api.athlete()]
    const { path } = await recipeOf('webhooks.replayDelivery')(owner, api)
    const [, webhook = '', delivery = ''] = /^\/me\/webhooks\/([^/]+)\/deliveries\/([^/]+)/.exec(path) ?? []
    const nobodys = '0198c0de-7a11-7000-8000-00000000dead'
    const isCommand = /rotate|replay/.test(step)
    const texts = await Promise.all(
      [
        [webhook, delivery],
        [nobodys, nobodys],
      ].map(async ([id, of = '']) => {
        const place = `/me/webhooks/${id}${step.replace('{delivery}', of)}`
        const headers = { authorization: `Bearer ${stranger.token}`, 'x-request-id': 'the-same-request' }
        const response = await api.fetch(place, { method: isCommand ? 'POST' : 'GET', headers })
        expect(response.status).toBe(404)
        return response.text()
      }),
    )
    expect(texts[0]).toBe(texts[1])
  },
)

/** Reads everything in an athlete's export, as one text. */
async function exported(token: string): Promise<string> {
  const response = await api.fetch('/me/export', { headers: { authorization: `Bearer ${token}` } })
  const files = unzipSync(new Uint8Array(await response.arrayBuffer()))
  return Object.values(files)
    .map((file) => new TextDecoder().decode(file))
    .join('')
}

/** Lists the ids in a state, except those of the library. */
function idsOf(value: unknown): string[] {
  const found = JSON.stringify(value).match(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? []
  return [...new Set(found)].filter((id) => !libraryIds.has(id))
}

const libraryIds = new Set((await api.db.rows<{ id: string }>('select id from exercises')).map(({ id }) => id))
