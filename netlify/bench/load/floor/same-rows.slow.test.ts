import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { addDays } from '#domain/calendar/days-between.js'
import { type Answered, type TestAthlete, testApi } from '#tests/support/api.js'
import { rowsSince, transactionNow } from '#tests/support/rows-since.js'
import { expectStatus, noon, today } from '#tests/support/session-api.js'
import { plannedExercises, wholeSession } from '../operations/bodies.js'
import { anyCheckpoint } from './training-statements.js'
import { type Work, workOn } from './work.js'

const api = await testApi()
const pool = new pg.Pool({ connectionString: api.db.url })
afterAll(() => pool.end())

let work: Work
let ours: TestAthlete
let theirs: TestAthlete

/** Two athletes who have trained the same for some days, so that nothing is new to either: no record, no mastery. */
beforeEach(async () => {
  api.setNow(noon)
  ours = await api.athlete()
  theirs = await api.athlete()
  for (const athlete of [ours, theirs]) for (const days of [4, 3, 2, 1]) await put(athlete, addDays(today, -days))
  const { rows } = await pool.query(anyCheckpoint)
  work = workOn(pool, { named: false, sameRows: rows[0] })
})

const put = async (athlete: TestAthlete, date: string, id = randomUUID()) =>
  expectStatus(await athlete.put(`/sessions/${id}`, wholeSession(new Date(`${date}T10:00:00Z`), 'completed')), 201)

async function begun(athlete: TestAthlete, date: string): Promise<Answered['body']> {
  const whole = wholeSession(new Date(`${date}T10:00:00Z`), 'in_progress')
  return expectStatus(await athlete.put(`/sessions/${randomUUID()}`, whole), 201).body
}

/** The rows that something leaves, by table, but for what is borrowed of the quota now and then. */
async function rowsOf(write: () => Promise<unknown>): Promise<Record<string, number>> {
  const before = await transactionNow(api.db)
  await write()
  const { request_counts, ...rows } = await rowsSince(api.db, before)
  return rows
}

test('a session is created by the same rows', async () => {
  const floor = await rowsOf(() => work.createSession(theirs.id, today))
  expect(await rowsOf(() => ours.post('/sessions', { date: today, exercises: plannedExercises }))).toEqual(floor)
})

test('a set is logged by the same rows', async () => {
  const [own, other] = [await begun(ours, today), await begun(theirs, today)]
  const set = { setNumber: 4, reps: 8, rpe: 8 }
  const floor = await rowsOf(() =>
    work.logSet(theirs.id, { sessionId: other.id, exerciseId: other.exercises[0].id, ...set }),
  )
  expect(await rowsOf(() => ours.post(`/sessions/${own.id}/exercises/${own.exercises[0].id}/sets`, set))).toEqual(floor)
})

test('a session is completed by the same rows', async () => {
  const [own, other] = [await begun(ours, today), await begun(theirs, today)]
  const floor = await rowsOf(() => work.completeSession(theirs.id, other.id))
  expect(await rowsOf(() => ours.post(`/sessions/${own.id}/complete`, {}))).toEqual(floor)
})

test('a whole session is put by the same rows', async () => {
  const [id, at] = [randomUUID(), `${today}T10:00:00Z`]
  const floor = await rowsOf(() => work.putSession(theirs.id, { id, date: today, startedAt: at, completedAt: at }))
  expect(await rowsOf(() => put(ours, today))).toEqual(floor)
})
