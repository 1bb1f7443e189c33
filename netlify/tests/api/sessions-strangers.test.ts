import { beforeAll, expect, test } from 'vitest'
import { type TestAthlete, testApi } from '#tests/support/api.js'
import { log, noon, type Planned, plan, problemOf, start } from '#tests/support/session-api.js'

const api = await testApi()
let owner: TestAthlete
let stranger: TestAthlete
let own: Planned
let set: string

beforeAll(async () => {
  api.setNow(noon)
  owner = await api.athlete()
  stranger = await api.athlete()
  own = await start(owner)
  set = await log(owner, own.exercises[0], { reps: 8 })
})

test('GET /sessions lists no sessions of another athlete', async () => {
  await plan(stranger)
  const { body } = await stranger.get('/sessions')
  expect(body.data.map(({ id }: { id: string }) => id)).not.toContain(own.id)
  expect(body.data).toHaveLength(1)
})

test("an exercise or set of another athlete is not found in the caller's session", async () => {
  const mine = await start(stranger)
  const exercise = own.session.exercises[0].id
  const theirs = `${mine.path}/exercises/${exercise}`
  expect(problemOf(await stranger.post(`${theirs}/sets`, { reps: 8 }))).toEqual(['404 SESSION_EXERCISE_NOT_FOUND'])
  const setId = set.split('/').at(-1)
  expect(problemOf(await stranger.patch(`${mine.exercises[0]}/sets/${setId}`, { reps: 1 }))).toEqual([
    '404 SET_NOT_FOUND',
  ])
})
