import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import type { Database } from '#database/port.js'
import { testApi } from '#tests/support/api.js'
import { insertEndpoint } from '#tests/support/outbox.js'
import { rowsSince, transactionNow } from '#tests/support/rows-since.js'
import { expectStatus, noon, today, workout } from '#tests/support/session-api.js'

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
  const before = await transactionNow(api.db)
  statements.length = 0
  await command()
  const ran = statements.slice(statements.lastIndexOf('take-role-until') + 1).join(' ')
  const { request_counts, ...rows } = await rowsSince(api.db, before)
  return { roundTrips: api.requests.at(-1)?.roundTrips, ran, rows }
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

const trained = 'touchTraining putExerciseStandings putAbilities putDecisions'
const checkpoints = 'deleteCheckpoints putCheckpoints'
/** What a completed session leaves, whatever it holds. */
const followed = {
  daily_workout_summary: 1,
  exercise_decisions: 1,
  training_checkpoints: 1,
  training_versions: 1,
  user_abilities: 1,
  user_exercise_configs: 1,
  workout_sessions: 1,
}

test('what follows from a workout costs these statements and rows more', async () => {
  const athlete = api.servedWith(await api.athlete(), { database })
  const { body: session } = expectStatus(await athlete.post('/sessions', workout), 201)
  const path = `/sessions/${session.id}`
  expectStatus(await athlete.post(`${path}/start`), 200)
  expectStatus(await athlete.post(`${path}/exercises/${session.exercises[0].id}/sets`, { reps: 8 }), 201)

  expect(await costOf(async () => expectStatus(await athlete.post(`${path}/complete`, {}), 200))).toEqual({
    roundTrips: 2,
    ran: `updateSession updateSessionExercises lockDailySummaries refreshDailySummaries ${trained} putRecords ${checkpoints} announceEvents`,
    rows: { ...followed, events: 2, personal_records: 1, session_exercises: 3 },
  })
  const pushUps = { exercise: 'push-up', sets: [{ reps: 8 }, { reps: 7 }] }
  const whole = { date: today, status: 'completed', completedAt: noon, exercises: [pushUps] }
  expect(await costOf(async () => expectStatus(await athlete.put(`/sessions/${randomUUID()}`, whole), 201))).toEqual({
    roundTrips: 2,
    ran: `insertSession lockDailySummaries refreshDailySummaries ${trained} ${checkpoints} announceEvents`,
    rows: { ...followed, events: 5, exercise_set_logs: 2, session_exercises: 1 },
  })
})

test('commands beside a workout run these statements and write these rows', async () => {
  const athlete = api.servedWith(await api.athlete(), { database })
  const { body: session } = expectStatus(await athlete.post('/sessions', workout), 201)

  expect(await costOf(async () => expectStatus(await athlete.post(`/sessions/${session.id}/skip`), 200))).toEqual({
    roundTrips: 2,
    ran: 'updateSession lockDailySummaries refreshDailySummaries announceEvents',
    rows: { events: 1, workout_sessions: 1 },
  })
  expect(
    await costOf(async () =>
      expectStatus(await athlete.post('/me/check-ins', { sleep: 4, fatigue: 3, stress: 4, soreness: 3 }), 201),
    ),
  ).toEqual({
    roundTrips: 2,
    ran: 'holdConsent insertCheckIn announceEvents',
    rows: { check_ins: 1, events: 1 },
  })
  expect(
    await costOf(async () =>
      expectStatus(await athlete.post('/me/goals', { kind: 'reps', exercise: 'push-up', target: 20 }), 201),
    ),
  ).toEqual({
    roundTrips: 2,
    ran: `insertGoal touchTraining putGoals ${checkpoints} announceEvents`,
    rows: { events: 1, goals: 1, training_checkpoints: 1, training_versions: 1 },
  })
  expect(await costOf(async () => expectStatus(await athlete.put('/me/levels/Push', { level: 2 }), 200))).toEqual({
    roundTrips: 2,
    ran: `touchTraining putAbilities putLevels ${checkpoints} announceEvents`,
    rows: { events: 1, training_checkpoints: 1, training_versions: 1, user_abilities: 1, user_current_levels: 1 },
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
