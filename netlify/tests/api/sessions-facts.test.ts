import { beforeAll, describe, expect, test } from 'vitest'
import { replayEvents } from '#domain/training/replay-events.js'
import type { LoggedSession } from '#domain/training/training-log.js'
import { inOneGo } from '#domain/values/in-one-go.js'
import { listRecordedEvents } from '#queries/events.js'
import { readTrainingLog } from '#queries/training-log.js'
import { type TestAthlete, testApi } from '#tests/support/api.js'
import { expectStatus, log, noon, plan, start } from '#tests/support/session-api.js'

const api = await testApi()
let athlete: TestAthlete

beforeAll(async () => {
  api.setNow(noon)
  athlete = await api.athlete()
})

const events = () => api.db.athlete(athlete.id).query(listRecordedEvents({ userId: athlete.id, recordedUntil: null }))

describe('the events of a session', () => {
  test('give the same training log as the tables, after any change', async () => {
    const { path, exercises } = await start(athlete)
    const sets: string[] = []
    for (const reps of [8, 7, 60]) sets.push(await log(athlete, exercises[0], { reps, rpe: 8, pain: 1 }))
    await log(athlete, exercises[1], { duration: 25, weightKg: 2.5 })
    for (const side of ['left', 'right']) await log(athlete, exercises[2], { reps: 4, side })
    expectStatus(await athlete.patch(`${exercises[2]}`, { order: 1, planned: { sets: [{ reps: 4 }] } }), 200)
    expectStatus(await athlete.post(`${path}/exercises`, { exercise: 'l-sit' }), 201)
    expectStatus(await athlete.post(`${path}/complete`), 200)
    expectStatus(await athlete.patch(`${sets[2]}`, { reps: 6 }), 200)
    expectStatus(await athlete.delete(`${sets[1]}`), 204)
    expectStatus(await athlete.patch(path, { date: '2026-11-21' }), 200)
    const gone = await start(athlete)
    expectStatus(await athlete.post(`${gone.path}/complete`, { withoutSets: true }), 200)
    expectStatus(await athlete.delete(gone.path), 204)

    const { sessions } = await api.db.athlete(athlete.id).query(readTrainingLog({ userId: athlete.id }))
    expect(sessions).toHaveLength(1)
    const told = inOneGo(replayEvents(await events())).sessions
    expect(told.map(sorted)).toEqual(sessions.map(sorted))
  })

  test('stand in order, with the request and the moment of each', async () => {
    const before = (await events()).length
    const { path, id } = await plan(athlete)
    const answered = await athlete.post(`${path}/skip`)
    const told = (await events()).slice(before)
    expect(told).toMatchObject([
      { type: 'session.planned', subject: id, recordedAt: new Date(noon) },
      { type: 'session.skipped', subject: id, requestId: answered.headers.get('x-request-id') },
    ])
  })

  test('are none when a command is refused or changes nothing', async () => {
    const { path } = await plan(athlete)
    expectStatus(await athlete.post(`${path}/skip`), 200)
    const before = await events()
    expectStatus(await athlete.post(`${path}/skip`), 200)
    expectStatus(await athlete.post(`${path}/start`), 409)
    expect(await events()).toEqual(before)
  })
})

/** Sorts exercises and sets, whatever the order of their events. */
function sorted({ placeId: _, ...session }: LoggedSession) {
  const exercises = session.exercises.map(({ sets, ...item }) => ({
    ...item,
    sets: [...sets].sort((a, b) => a.id.localeCompare(b.id)),
  }))
  return { ...session, exercises: exercises.sort((a, b) => a.order - b.order) }
}
