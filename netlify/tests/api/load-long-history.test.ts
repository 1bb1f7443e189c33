import { beforeAll, expect, test } from 'vitest'
import { addDays } from '#domain/calendar/days-between.js'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { lockDailySummaries, refreshDailySummaries } from '#queries/daily-workout-summary-writes.js'
import { type TestAthlete, testApi } from '#tests/support/api.js'
import { countingDatabase } from '#tests/support/counting-database.js'
import { makeCrowd } from '#tests/support/crowd.js'
import { idOf } from '#tests/support/ids.js'
import { makeHistory } from '#tests/support/long-history.js'
import { expectStatus } from '#tests/support/session-api.js'

/** A session a day for almost three years, each with five exercises and 18 sets. */
const sessions = 1_000
const until = '2026-11-21'

// the past has no checkpoints, so that it is folded from the start
const api = await testApi({ env: { REQUEST_DEADLINE_MS: '60000' } })
let ada: TestAthlete

beforeAll(async () => {
  // a table of one athlete is read at a stretch
  await makeCrowd(api.db.rows, { athletes: 100, sessions: 40, until, rulesVersion: rulesInForce.version })
  ada = await api.athlete()
  const userId = idOf.athlete(ada.id)
  await makeHistory(api.db.rows, ada.id, { sessions, until })
  const dates = Array.from({ length: sessions }, (_, daysAgo) => addDays(until, -daysAgo))
  const now = new Date(`${until}T20:00:00.000Z`)
  await api.db.athlete(userId).batch([lockDailySummaries({ userId }), refreshDailySummaries({ userId, dates, now })])
  await api.db.rows('analyze daily_workout_summary')
  api.setNow('2026-11-22T12:00:00.000Z')
}, 120_000)

/** Asks once, and counts the rows that each statement looked at. */
async function rowsOf(path: string): Promise<ReadonlyMap<string, number>> {
  const counting = countingDatabase(api.db.url, api.db.database)
  expectStatus(await api.servedWith(ada, { database: counting.database }).get(path), 200)
  return counting.take()
}

test.each([
  // a session with its sets is 66 rows on their way through the plan, so the whole history would be 66,000
  ['/me/load', 'listTrainingLoads', 10_000],
  ['/me/load?from=2025-01-06&to=2025-01-12', 'listTrainingLoads', 9_000],
  ['/me/warnings', 'listTrainingLoads', 9_000],
  // thirteen days of sessions; PostgreSQL 18 has a step more in its plan than 15
  ['/me/deload', 'listRatedSessions', 1_500],
  ['/me/today', 'listRatedSessions', 1_500],
])('%s looks at the sets of the days that its rules look at', async (path, statement, rowsMax) => {
  const rows = (await rowsOf(path)).get(statement) ?? 0
  expect(rows).toBeGreaterThan(500)
  expect(rows).toBeLessThan(rowsMax)
})

test('warnings look at a row a day for the effort of a year, and at one for the first day', async () => {
  const rows = (await rowsOf('/me/warnings')).get('findEffortHistory') ?? 0
  expect(rows).toBeGreaterThan(363)
  // each is seen in the index, in the table and in the sum, and once more by PostgreSQL 18
  expect(rows).toBeLessThan(1_600)
})

test('a week looks at a row a day for its sets', async () => {
  const rows = await rowsOf('/me/weeks/current')
  expect(rows.get('listDaySummaries')).toBeLessThan(100)
  expect(rows.get('listSessionOutlines')).toBeLessThan(1_000)
})

test('an easier week that begins looks at the sets of thirteen days', async () => {
  const counting = countingDatabase(api.db.url, api.db.database)
  expectStatus(await api.servedWith(ada, { database: counting.database }).post('/me/deload', {}), 201)
  const rows = counting.take().get('listRatedSessions') ?? 0
  expect(rows).toBeGreaterThan(500)
  expect(rows).toBeLessThan(1_500)
})
