import { afterAll, describe, expect, it } from 'vitest'
import { createDatabase } from '#database/create-database.js'
import { leases } from '#database/leases.js'
import type { Statement } from '#database/statement.js'
import { servedOperations } from '#http/openapi/operations.js'
import { type TestAthlete, testApi } from '#tests/support/api.js'
import { noon } from '#tests/support/session-api.js'

// two databases with different rows, so that an answer shows which one was read
const primary = await testApi({ env: { RATE_LIMIT_REQUESTS: '50', RATE_LIMIT_WINDOW_SECONDS: '86400' } })
const behind = await testApi()
// as a replica would, its connections refuse whatever writes
const replica = createDatabase({ url: `${behind.db.url}?options=-c%20default_transaction_read_only%3Don` })
afterAll(() => replica.close())
primary.setNow(noon)
behind.setNow(noon)

const reports = [
  '/me/history',
  '/me/records',
  '/me/adherence',
  '/me/progress?by=day&from=2026-11-01&to=2026-11-22',
  '/me/exercises/push-up/history',
]

/**
 * Makes an athlete who has trained at the primary, and whose session the replica does not have yet.
 */
async function athleteAhead(): Promise<TestAthlete> {
  const athlete = await primary.athlete()
  await behind.db.rows('insert into users (id, email, time_zone) values ($1, $2, $3)', [
    athlete.id,
    `${athlete.id}@example.com`,
    'UTC',
  ])
  const exercises = [{ exercise: 'push-up', sets: [{ reps: 8 }] }]
  const { body } = await athlete.post('/sessions', { date: '2026-11-18', exercises })
  await athlete.post(`/sessions/${body.id}/start`)
  await athlete.post(`/sessions/${body.id}/exercises/${body.exercises[0].id}/sets`, { reps: 8, rpe: 8 })
  expect((await athlete.post(`/sessions/${body.id}/complete`)).status).toBe(200)
  return athlete
}

const fail = (error: unknown) => {
  throw error
}

const withReplica = (athlete: TestAthlete, database = replica, warnings: unknown[] = []) =>
  primary.servedWith(athlete, { replica: { database, onUnanswered: (error) => warnings.push(error) } })

/** Answers as the replica alone would. */
const asBehind = (athlete: TestAthlete) => primary.servedWith(athlete, { database: behind.db.database })

describe('a replica', () => {
  it('is read for reports, and the primary for everything else', async () => {
    const athlete = await athleteAhead()
    const reader = withReplica(athlete)
    for (const path of reports) {
      const { status, body } = await reader.get(path)
      expect(status, path).toBe(200)
      expect(body, path).toEqual((await asBehind(athlete).get(path)).body)
      expect(body, path).not.toEqual((await athlete.get(path)).body)
    }
    const others = ['/sessions', '/me/days?from=2026-11-01&to=2026-11-22', '/me/load', '/me/exercises/push-up/mastery']
    for (const path of others) expect((await reader.get(path)).body, path).toEqual((await athlete.get(path)).body)
  })

  it('is read by the operations that tolerate lag, and by no others', () => {
    const lagging = servedOperations.filter(({ toleratesLag }) => toleratesLag)
    const paths = reports.map((path) => path.replace(/\?.*/, '').replace('push-up', '{exercise}'))
    expect(lagging.map(({ http }) => http.path).sort()).toEqual(paths.sort())
  })

  it('does not keep an athlete from reading a session that was just written', async () => {
    const athlete = await athleteAhead()
    const reader = withReplica(athlete)
    const made = await reader.post('/sessions', { date: '2026-11-19', exercises: [] })
    const read = await reader.get(`/sessions/${made.body.id}`)
    expect([read.status, read.headers.get('etag')]).toEqual([200, made.headers.get('etag')])
    const changed = { 'if-match': read.headers.get('etag') ?? '' }
    expect((await reader.patch(`/sessions/${made.body.id}`, { notes: 'later' }, { headers: changed })).status).toBe(200)
    expect((await reader.get('/me/history')).body.data).toEqual([])
  })

  it('costs a second round trip where the primary must count the request, and none while some are in hand', async () => {
    const athlete = await athleteAhead()
    const read: string[][] = []
    const counting = { ...primary.environment.database }
    counting.batch = async (statements, options) => {
      read.push(statements.map(({ name }: Statement) => name))
      return primary.environment.database.batch(statements, options)
    }
    const { replica: from, leases: own } = { replica: { database: replica, onUnanswered: fail }, leases: leases() }
    const reader = primary.servedWith(athlete, { database: counting, replica: from, leases: own })
    const seen: unknown[] = []
    for (const path of reports) {
      const { headers } = await reader.get(path)
      seen.push([primary.requests.at(-1)?.roundTrips, Number(/;r=(\d+);/.exec(headers.get('ratelimit') ?? '')?.[1])])
    }
    // of 50: four trained, four were borrowed, then four more
    expect(seen).toEqual([
      [2, 45],
      [1, 44],
      [1, 43],
      [1, 42],
      [2, 41],
    ])
    expect(read).toEqual(Array(2).fill(['take-role-until', 'borrowRequests']))
  })

  it('is not read when the quota of the caller is used up', async () => {
    const athlete = await athleteAhead()
    const reader = withReplica(athlete)
    const trips: number[] = []
    const ask = async () => {
      const { status } = await reader.get('/me/records')
      trips.push(primary.requests.at(-1)?.roundTrips ?? Number.NaN)
      return status
    }
    while ((await ask()) === 200) expect(trips.length).toBeLessThan(50)
    expect(await ask()).toBe(429)
    // the primary refuses the first one, and the process remembers
    expect(trips.slice(-3)).toEqual([2, 1, 0])
  })

  it('is passed over with a warning when it cannot be reached', async () => {
    const athlete = await athleteAhead()
    const gone = createDatabase({ url: 'postgres://nobody@127.0.0.1:1/none' })
    const warnings: unknown[] = []
    const { status, body } = await withReplica(athlete, gone, warnings).get('/me/records')
    expect([status, body]).toEqual([200, (await athlete.get('/me/records')).body])
    expect(warnings).toEqual([expect.objectContaining({ message: 'database: unavailable' })])
  })

  it('is passed over with a warning when its schema is behind', async () => {
    const athlete = await athleteAhead()
    await behind.db.rows('alter table personal_records rename to personal_records_of_before')
    const warnings: unknown[] = []
    const { status, body } = await withReplica(athlete, replica, warnings).get('/me/records')
    await behind.db.rows('alter table personal_records_of_before rename to personal_records')
    expect([status, body]).toEqual([200, (await athlete.get('/me/records')).body])
    expect(warnings).toEqual([expect.objectContaining({ message: 'database: unexpected (42P01)' })])
  })
})
