import { beforeAll, expect, test } from 'vitest'
import type { Database } from '#database/port.js'
import { testApi } from '#tests/support/api.js'
import { insertEndpoint } from '#tests/support/outbox.js'
import { expectStatus, noon, workout } from '#tests/support/session-api.js'

const api = await testApi()
const statements: string[] = []
const database: Database = {
  ...api.db.database,
  batch: (batch, options) => {
    statements.push(...batch.map(({ name }) => name))
    return api.db.database.batch(batch, options)
  },
}

beforeAll(() => api.setNow(noon))

/**
 * Tells what a command cost: its round trips, the statements of the batch that commits it, and the
 * rows that it left in each table. What is borrowed of the quota now and then is left out.
 */
async function costOf(command: () => Promise<unknown>) {
  const [before] = await api.db.rows<{ id: string }>('select pg_current_xact_id()::text as id')
  statements.length = 0
  await command()
  const ran = statements.slice(statements.lastIndexOf('take-role-until') + 1).join(' ')
  const { request_counts, ...rows } = await rowsSince(before?.id ?? '')
  return { roundTrips: api.requests.at(-1)?.roundTrips, ran, rows }
}

/** Counts the rows that transactions after this one left, by table. */
async function rowsSince(transaction: string): Promise<Record<string, number>> {
  const tables = await api.db.rows<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`,
  )
  const counted = await api.db.rows<{ name: string; written: number }>(
    tables
      .map(
        ({ name }) =>
          `select '${name}' as name, count(*)::integer as written from ${name} where xmin::text::bigint > ${transaction}`,
      )
      .join(' union all '),
  )
  return Object.fromEntries(counted.filter(({ written }) => written > 0).map(({ name, written }) => [name, written]))
}

test('commands run these statements and write these rows, and no more', async () => {
  const athlete = api.servedWith(await api.athlete(), { database })
  const { body: session } = expectStatus(await athlete.post('/sessions', workout), 201)
  const path = `/sessions/${session.id}`
  const sets = `${path}/exercises/${session.exercises[0].id}/sets`

  expect(await costOf(async () => expectStatus(await athlete.post('/sessions', workout), 201))).toEqual({
    roundTrips: 2,
    ran: 'insertSession lockDailySummaries refreshDailySummaries announceEvents',
    rows: { daily_workout_summary: 1, events: 1, session_exercises: 3, workout_sessions: 1 },
  })
  expect(await costOf(async () => expectStatus(await athlete.post(`${path}/start`), 200))).toEqual({
    roundTrips: 2,
    ran: 'updateSession announceEvents',
    rows: { events: 1, workout_sessions: 1 },
  })
  expect(await costOf(async () => expectStatus(await athlete.post(sets, { reps: 8 }), 201))).toEqual({
    roundTrips: 2,
    ran: 'updateSession updateSessionExercises insertSetLogs addToDailySummary announceEvents',
    rows: { daily_workout_summary: 1, events: 1, exercise_set_logs: 1, session_exercises: 1, workout_sessions: 1 },
  })
})

test('a command with a webhook that wants its event writes one row more, by the same statements', async () => {
  const athlete = api.servedWith(await api.athlete(), { database })
  const { body: session } = expectStatus(await athlete.post('/sessions', workout), 201)
  await insertEndpoint(api.db, athlete.id, { url: 'https://a.example' })
  const start = () => athlete.post(`/sessions/${session.id}/start`)
  expect(await costOf(async () => expectStatus(await start(), 200))).toEqual({
    roundTrips: 2,
    ran: 'updateSession announceEvents',
    rows: { events: 1, webhook_deliveries: 1, workout_sessions: 1 },
  })
})
