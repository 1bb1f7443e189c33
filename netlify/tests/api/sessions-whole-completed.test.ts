import { beforeAll, expect, test } from 'vitest'
import { type Answered, type TestAthlete, testApi } from '#tests/support/api.js'
import { differencesOf } from '#tests/support/derived.js'
import { expectStatus, noon, problemOf, reread } from '#tests/support/session-api.js'

const api = await testApi()
beforeAll(() => api.setNow(noon))

const three = [
  { reps: 10, rpe: 7 },
  { reps: 9, rpe: 8 },
  { reps: 8, rpe: 9 },
]
const planned = { sets: three.map(({ reps }) => ({ reps })) }
const base = { date: '2026-11-21', status: 'completed', completedAt: '2026-11-21T17:50:00Z' }

/** A completed session of three push-ups as planned, and a hang that was not held as often as planned. */
async function trained() {
  const athlete = await api.athlete()
  const path = `/sessions/${crypto.randomUUID()}`
  const exercises = [
    { exercise: 'push-up', planned, sets: three },
    {
      exercise: 'dead-hang',
      planned: { sets: [{ duration: 40 }, { duration: 40 }] },
      completed: true,
      sets: [{ duration: 40 }],
    },
  ]
  const session = expectStatus(await athlete.put(path, { ...base, notes: 'In the park', exercises }), 201).body
  return { athlete, path, session }
}

type Session = Answered['body']

const replace = (athlete: TestAthlete, path: string, body: object) =>
  athlete.put(path, body, { headers: { 'if-match': '*' } })

const replaced = async (athlete: TestAthlete, path: string, body: object): Promise<Session> => {
  const answered = expectStatus(await replace(athlete, path, body), 200).body
  expect(await differencesOf(api, athlete)).toEqual([])
  return answered
}

test('a completed session keeps what a document leaves out, and loses what it clears', async () => {
  const { athlete, path, session } = await trained()
  expect((await replaced(athlete, path, base)).exercises).toEqual(session.exercises)
  const without = session.exercises.map(({ sets: _, ...rest }: Session) => rest)
  expect((await replaced(athlete, path, { ...base, exercises: without })).exercises).toEqual(session.exercises)
  const cleared = await replaced(athlete, path, { ...base, notes: null })
  expect([cleared.notes, cleared.exercises]).toEqual([null, session.exercises])
})

test('an exercise that a document of a completed session does not list is refused, and stays', async () => {
  const { athlete, path, session } = await trained()
  for (const exercises of [[], session.exercises.slice(0, 1), session.exercises.slice(1)]) {
    expect(problemOf(await replace(athlete, path, { ...base, exercises }))[0]).toBe('409 SESSION_NOT_OPEN')
  }
  expect((await reread(athlete, path)).exercises).toEqual(session.exercises)
})

test('a set that the list of its exercise does not have goes, and decisions follow as when it is deleted', async () => {
  const [whole, single] = [await trained(), await trained()]
  const [{ sets, ...pushUps }, hang] = whole.session.exercises
  const fewer = [{ ...pushUps, sets: sets.slice(0, 2) }, hang]
  const after = await replaced(whole.athlete, whole.path, { ...base, exercises: fewer })
  expect(after.exercises[0].sets).toEqual(sets.slice(0, 2))
  const [{ id, sets: others }] = single.session.exercises
  expectStatus(await single.athlete.delete(`${single.path}/exercises/${id}/sets/${others[2].id}`), 204)
  const decided = async ({ athlete, path }: typeof whole) =>
    (await athlete.get(`${path}/decisions`)).body.data.map(({ decision, reason, inputs }: Session) => [
      decision,
      reason,
      inputs.actual,
    ])
  expect(await decided(whole)).toEqual(await decided(single))
})

test('an empty list takes all sets of an exercise away, which stays in the session', async () => {
  const { athlete, path, session } = await trained()
  const exercises = session.exercises.map((exercise: Session) => ({ ...exercise, sets: [], actual: {} }))
  const after = await replaced(athlete, path, { ...base, exercises })
  expect(after.status).toBe('completed')
  expect(after.exercises.map(({ sets }: Session) => sets)).toEqual([[], []])
})

test('completed: false holds where planned sets are missing, and not where all are logged', async () => {
  const { athlete, path, session } = await trained()
  const undone = session.exercises.map((exercise: Session) => ({ ...exercise, completed: false }))
  const after = await replaced(athlete, path, { ...base, exercises: undone })
  expect(session.exercises.map(({ completed }: Session) => completed)).toEqual([true, true])
  expect(after.exercises.map(({ completed }: Session) => completed)).toEqual([true, false])
  const [{ sets, ...pushUps }, hang] = after.exercises
  const fewer = [{ ...pushUps, completed: false, sets: sets.slice(0, 2) }, hang]
  const less = await replaced(athlete, path, { ...base, exercises: fewer })
  expect(less.exercises[0].completed).toBe(false)
})

test('a completed session goes back to in progress, and never to planned', async () => {
  const { athlete, path } = await trained()
  expect(problemOf(await replace(athlete, path, { date: base.date, status: 'planned' }))[0]).toBe('409 SESSION_STATE')
  const open = await replaced(athlete, path, { date: base.date, status: 'in_progress' })
  expect([open.status, open.exercises.length]).toEqual(['in_progress', 2])
  const [pushUps] = open.exercises
  const shorter = await replaced(athlete, path, { date: base.date, status: 'in_progress', exercises: [pushUps] })
  expect(shorter.exercises.map(({ id }: Session) => id)).toEqual([pushUps.id])
})
