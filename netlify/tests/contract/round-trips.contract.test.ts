import { beforeAll, expect, test } from 'vitest'
import { servedOperations } from '#http/openapi/operations.js'
import type { Operation } from '#orchestration/contract.js'
import { testApi } from '#tests/support/api.js'
import { expectStatus, noon } from '#tests/support/session-api.js'
import { ask } from './recipes/recipe.js'
import { recipeOf } from './recipes.js'
import { type Counted, roundTripsPage } from './round-trips-page.js'

const api = await testApi()
const counted = new Map<string, Counted>()

beforeAll(() => api.setNow(noon))

/** Returns the limit: one for a query, two for one that keeps what it shows; two for a command, to load and to commit. */
const tripsMax = ({ kind, keeps }: Operation) => (kind === 'query' && !keeps ? 1 : 2)

/** Operations that delete the kept answers, so that a repeat cannot be answered. */
const erasing: ReadonlySet<string> = new Set(['privacy.eraseAccount'])

/** Sends one request for each of the headers, in order, and counts the round trips of each. */
async function tripsOf(operation: Operation, headersOfEach: readonly Record<string, string>[]): Promise<number[]> {
  const athlete = await api.athlete()
  const asked = await recipeOf(operation.id)(athlete, api)
  const trips: number[] = []
  for (const headers of headersOfEach) {
    const { status, body } = await ask(api, operation, asked, athlete.token, headers)
    expect(status, JSON.stringify(body)).toBe(operation.http.status)
    trips.push(api.requests.at(-1)?.roundTrips ?? Number.NaN)
  }
  return trips
}

/** Operations on a session that compare the version of the training, not that of the session. */
const ofTraining: ReadonlySet<string> = new Set(['sessions.overrideDecision', 'sessions.confirmObservation'])

/** Asks as a client who has read the session and names it; null where the operation changes none that is there. */
async function tripsNaming(operation: Operation): Promise<number | null> {
  const { id, http, replaces } = operation
  if (!http.path.startsWith('/sessions/{sessionId}') || replaces || ofTraining.has(id)) return null
  const athlete = await api.athlete()
  const asked = await recipeOf(id)(athlete, api)
  const [session] = /^\/sessions\/[^/]+/.exec(asked.path) ?? []
  const { headers } = expectStatus(await athlete.get(`${session}`), 200)
  expectStatus(await ask(api, operation, asked, athlete.token, { 'if-match': headers.get('etag') ?? '' }), http.status)
  return api.requests.at(-1)?.roundTrips ?? Number.NaN
}

async function countedOf(operation: Operation): Promise<Counted> {
  const [plain = Number.NaN] = await tripsOf(operation, [{}])
  if (operation.kind === 'query') return { plain, named: null, withKey: null, repeated: null }
  const key = { 'idempotency-key': `of-${operation.id}` }
  const [withKey = Number.NaN, repeated = Number.NaN] = await tripsOf(operation, [key, key])
  return { plain, named: await tripsNaming(operation), withKey, repeated }
}

test.each(servedOperations.map((operation) => [operation.id, operation] as const))(
  '%s takes no more round trips than its kind allows',
  async (id, operation) => {
    const trips = await countedOf(operation)
    counted.set(id, trips)
    const most = Math.max(trips.plain, trips.named ?? 0, trips.withKey ?? 0, trips.repeated ?? 0)
    expect(most, JSON.stringify(trips)).toBeLessThanOrEqual(tripsMax(operation))
    if (erasing.has(id)) return
    expect(trips.repeated ?? 1, 'a repeat asks only for the answer that was kept').toBeLessThanOrEqual(1)
  },
)

test('docs/round-trips.md says what was counted', async () => {
  const drifted = 'docs/round-trips.md is not what was counted: npm run docs:round-trips, and commit it'
  await expect(roundTripsPage(counted), drifted).toMatchFileSnapshot('../../../docs/round-trips.md')
})
