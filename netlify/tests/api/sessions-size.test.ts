import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { exercisesMax, setLogsMax } from '#domain/session/session-exercise.schema.js'
import { setNotesBytesMax } from '#domain/session/set-notes.js'
import { answerBytesMax } from '#http/response/respond.js'
import { type Answered, type TestAthlete, testApi } from '#tests/support/api.js'
import { expectStatus, noon, type Planned, start, today } from '#tests/support/session-api.js'

const api = await testApi()
/** Text that JSON makes six times as long. */
const longNotes = '\u0001'.repeat(2_000)
/** Each of the sets has as many bytes of notes as make the most of all of them together. */
const setNotes = '\u0001'.repeat((setNotesBytesMax / (exercisesMax * setLogsMax) - 2) / 6)

beforeAll(() => api.setNow(noon))

function bytesOf(answered: Answered): number {
  return Buffer.byteLength(JSON.stringify(expectStatus(answered, 200).body))
}

/** Fills a session to its limits, but for one set of the last exercise. */
async function fullSession(athlete: TestAthlete): Promise<Planned> {
  const prescribed = { sets: Array(20).fill({ reps: 100 }), tempo: '9-9-9-9', restSeconds: 3600, notes: longNotes }
  const exercises = Array(exercisesMax).fill({ exercise: 'archer-push-up', ...prescribed })
  const session = await start(athlete, { date: today, time: '18:30', level: 5, notes: longNotes, exercises })
  await api.db.rows(
    `update session_exercises
    set actual_notes = planned_notes, actual_tempo = planned_tempo, actual_rest_seconds = planned_rest_seconds
    where session_id = $1`,
    [session.id],
  )
  await api.db.rows(
    `insert into exercise_set_logs (
      session_exercise_id, user_id, set_number, planned_reps, actual_reps, weight_kg, rest_seconds, perceived_effort,
      pain, pain_site, notes, completed_at, created_at, updated_at, version)
    select id, user_id, n, 100, 100, -199.99, 3600, 9.5, 10, 'lower-back', $2, $3, $3, $3, 1000000
    from session_exercises, generate_series(1, $4) as n
    where session_id = $1
      and (exercise_order < $5 or n < $4)`,
    [session.id, setNotes, noon, setLogsMax, exercisesMax],
  )
  await api.db.rows(
    `update session_exercises as full_one
    set actual_sets = (
      select jsonb_agg(jsonb_build_object('reps', actual_reps) order by set_number)
      from exercise_set_logs
      where session_exercise_id = full_one.id)
    where session_id = $1`,
    [session.id],
  )
  return session
}

describe('a session filled to its limits', () => {
  let athlete: TestAthlete
  let session: Planned
  let last: string

  beforeAll(async () => {
    athlete = await api.athlete()
    session = await fullSession(athlete)
    last = `${session.exercises.at(-1)}/sets`
  })

  test('takes notes of sets up to the last byte, and refuses more', async () => {
    const more = await athlete.post(last, { reps: 100, notes: `${setNotes}\u0001` })
    expect([more.status, more.body.code]).toEqual([409, 'SESSION_FULL'])
    const set = expectStatus(await athlete.post(last, { reps: 100, notes: setNotes }), 201).body
    const grown = await athlete.patch(`${last}/${set.id}`, { notes: `${setNotes}\u0001` })
    expect([grown.status, grown.body.code]).toEqual([409, 'SESSION_FULL'])
    expectStatus(await athlete.patch(`${last}/${set.id}`, { notes: setNotes, rpe: 9.5 }), 200)
  })

  test('is answered in less than the platform buffers, whatever is asked of it', async () => {
    const sizes = {
      read: bytesOf(await athlete.get(session.path)),
      expanded: bytesOf(await athlete.get(`${session.path}?expand=exercises.exercise`)),
      listed: bytesOf(await athlete.get('/sessions?expand=exercises.exercise')),
      changed: bytesOf(await athlete.patch(session.path, { notes: longNotes, level: 4 })),
      completed: bytesOf(await athlete.post(`${session.path}/complete`, { notes: longNotes })),
      decisions: bytesOf(await athlete.get(`${session.path}/decisions`)),
      history: bytesOf(await athlete.get('/me/exercises/archer-push-up/history')),
      days: bytesOf(await athlete.get(`/me/days?from=${today}&to=${today}`)),
      week: bytesOf(await athlete.get('/me/weeks/current')),
      events: bytesOf(await athlete.get('/me/history?limit=100')),
    }
    expect(Math.max(...Object.values(sizes)), JSON.stringify(sizes)).toBeLessThan(answerBytesMax)
  }, 60_000)
})

test('a page of the longest sessions is less than the platform buffers', async () => {
  const athlete = await api.athlete()
  for (let n = 0; n < 100; n += 1) {
    expectStatus(await athlete.post('/sessions', { date: today, notes: longNotes, exercises: [] }), 201)
  }
  const page = await athlete.get('/sessions?limit=100')
  expect(page.body.data).toHaveLength(100)
  expect(bytesOf(page)).toBeLessThan(answerBytesMax)
})

test('a page of sessions with their exercises ends before it has too much, and goes on behind it', async () => {
  const athlete = await api.athlete()
  const sets = Array.from({ length: 20 }, () => ({ reps: 100, notes: longNotes.slice(0, 100) }))
  const exercises = Array.from({ length: 10 }, () => ({ exercise: 'archer-push-up', sets }))
  const ids = Array.from({ length: 25 }, () => randomUUID())
  for (const id of ids) {
    expectStatus(await athlete.put(`/sessions/${id}`, { date: today, status: 'completed', exercises }), 201)
  }
  const seen: string[] = []
  let path: string | null = '/sessions?limit=100&expand=exercises.exercise'
  let pages = 0
  while (path !== null) {
    const page: Answered = await athlete.get(path)
    expect(bytesOf(page)).toBeLessThan(answerBytesMax)
    seen.push(...page.body.data.map(({ id }: { id: string }) => id))
    const { nextCursor } = page.body.page
    path = nextCursor && `/sessions?limit=100&expand=exercises.exercise&cursor=${encodeURIComponent(nextCursor)}`
    pages += 1
  }
  expect(seen.toSorted()).toEqual(ids.toSorted())
  expect(pages).toBeGreaterThan(1)
  expect(pages).toBeLessThan(ids.length)
}, 120_000)
