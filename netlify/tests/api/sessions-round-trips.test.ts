import { beforeAll, expect, test } from 'vitest'
import { testApi } from '#tests/support/api.js'
import { expectStatus, log, noon, plan, start, today } from '#tests/support/session-api.js'

const api = await testApi()

beforeAll(() => api.setNow(noon))

test('a command that changes nothing takes one round trip', async () => {
  const athlete = await api.athlete()
  const { path, exercises } = await start(athlete)
  await log(athlete, exercises[0], { reps: 8 })
  expectStatus(await athlete.post(`${path}/complete`), 200)
  expectStatus(await athlete.patch(path, { notes: 'x' }), 200)
  expect(api.requests.slice(-2).map(({ roundTrips }) => roundTrips)).toEqual([2, 2])
  expectStatus(await athlete.post(`${path}/complete`), 200)
  expectStatus(await athlete.patch(path, { notes: 'x', date: today }), 200)
  expect(api.requests.slice(-2).map(({ roundTrips }) => roundTrips)).toEqual([1, 1])
})

test('a session of the largest size is completed in two round trips', async () => {
  const athlete = await api.athlete()
  const { path } = await plan(athlete, { date: today, exercises: Array(50).fill({ exercise: 'push-up' }) })
  expectStatus(await athlete.post(`${path}/complete`, { withoutSets: true }), 200)
  expect(api.requests.at(-1)).toMatchObject({ operation: 'sessions.complete', roundTrips: 2 })
})
