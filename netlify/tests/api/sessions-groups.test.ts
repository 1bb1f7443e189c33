import { randomUUID } from 'node:crypto'
import { unzipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { type TestAthlete, testApi } from '#tests/support/api.js'
import { differencesOf } from '#tests/support/derived.js'
import { expectStatus, log, noon, plan, problemOf, reread, start, today } from '#tests/support/session-api.js'

const api = await testApi()
let athlete: TestAthlete

beforeAll(async () => {
  api.setNow(noon)
  athlete = await api.athlete()
})

const three = (reps: number) => [{ reps }, { reps }, { reps }]
const superset = {
  date: today,
  exercises: [
    { exercise: 'push-up', sets: three(8), group: 1 },
    { exercise: 'pull-up', sets: three(6), group: 1 },
    { exercise: 'dead-hang' },
  ],
}

type Exercise = { planned: { group: number | null }; sets: { setNumber: number; reps: number }[] }
const groupsOf = ({ exercises }: { exercises: Exercise[] }) => exercises.map(({ planned }) => planned.group)

describe('exercises that are done in turn', () => {
  test('share a group, and round n is set n of each, in whatever order they are logged', async () => {
    const { path, exercises, session } = await start(athlete, superset)
    expect(groupsOf(session)).toEqual([1, 1, null])
    for (const reps of [8, 7, 6]) for (const which of [0, 1]) await log(athlete, exercises[which], { reps, rpe: 8 })
    const read = await reread(athlete, path)
    const rounds = read.exercises.map(({ sets }: Exercise) => sets.map(({ setNumber, reps }) => [setNumber, reps]))
    const done = [
      [1, 8],
      [2, 7],
      [3, 6],
    ]
    expect(rounds).toEqual([done, done, []])
    expectStatus(await athlete.post(`${path}/complete`), 200)
    expect((await athlete.get('/me/days')).body.data).toMatchObject([{ completedSets: 6, totalReps: 42 }])
  })

  test('are put together and taken apart later, which events tell, and stay together through a swap', async () => {
    const { path, exercises } = await plan(athlete, superset)
    expectStatus(await athlete.patch(`${exercises[2]}`, { planned: { group: 1 } }), 200)
    expectStatus(await athlete.patch(`${exercises[0]}`, { planned: { group: null } }), 200)
    expectStatus(await athlete.post(`${exercises[1]}/swap`, { to: 'chin-up' }), 200)
    expect(groupsOf(await reread(athlete, path))).toEqual([null, 1, 1])
    const [told] = (await athlete.get('/me/history?type=sessionExercise.changed&limit=3')).body.data.toReversed()
    expect(told.payload.fields).toEqual(['planned.group'])
  })

  test('are kept by a routine, and planned from it', async () => {
    const { id } = await plan(athlete, superset)
    const routine = expectStatus(await athlete.post('/me/routines', { name: 'Pairs', fromSession: id }), 201).body
    const planned = expectStatus(await athlete.post(`/me/routines/${routine.id}/plan`, { date: today }), 201).body
    expect(groupsOf(planned)).toEqual([1, 1, null])
  })

  test('are in the export, with the tempo and the notes of each set', async () => {
    const me = await api.athlete()
    const { exercises } = await start(me, superset)
    await log(me, exercises[0], { reps: 8, tempo: '5-0-1-1', notes: 'slow', restSeconds: 30 })
    const response = await api.fetch('/me/export', { headers: { authorization: `Bearer ${me.token}` } })
    const files = unzipSync(new Uint8Array(await response.arrayBuffer()))
    const rows = (name: string) => JSON.parse(new TextDecoder().decode(files[`json/${name}.json`]))
    expect(rows('session-exercises').map((row: { group_number: unknown }) => row.group_number)).toEqual([1, 1, null])
    expect(rows('sets')).toMatchObject([{ tempo: '5-0-1-1', notes: 'slow', rest_seconds: 30 }])
  })

  test.each([0, 51, 1.5])('are not grouped under %d', async (group) => {
    const body = { ...superset, exercises: [{ exercise: 'push-up', group }] }
    expect((await athlete.post('/sessions', body)).status).toBe(422)
  })
})

test('a circuit of three rounds that is planned as three entries of one set each progresses like one exercise', async () => {
  const me = await api.athlete()
  const trained = async (exercises: object[]) => {
    const session = await start(me, { date: today, exercises })
    for (const [n, exercise] of session.exercises.entries())
      for (const _ of exercises.length === 1 ? [1, 2, 3] : [n]) await log(me, exercise, { reps: 10, rpe: 7 })
    return expectStatus(await me.post(`${session.path}/complete`, { completedAt: noon }), 200).body.decisions
  }
  const rounds = await trained(Array(3).fill({ exercise: 'push-up', sets: [{ reps: 10 }], group: 1 }))
  const one = await trained([{ exercise: 'push-up', sets: three(10) }])
  expect(rounds[0]).toMatchObject({ decision: 'consolidate', inputs: { actual: [10, 10, 10] } })
  expect(one).toMatchObject([{ decision: 'mastered', inputs: { actual: [10, 10, 10] } }])
  expect(await differencesOf(api, me)).toEqual([])
})

describe('the tempo of a set', () => {
  test('counts for the time under tension in place of that of the exercise', async () => {
    const tensionOf = async (tempo?: string) => {
      const me = await api.athlete()
      const { path, exercises } = await start(me, {
        date: today,
        exercises: [{ exercise: 'push-up', tempo: '2-0-2-0' }],
      })
      await log(me, exercises[0], { reps: 10, ...(tempo ? { tempo } : {}) })
      expectStatus(await me.post(`${path}/complete`), 200)
      return (await me.get('/me/progress?by=day')).body.points[0].timeUnderTensionSeconds
    }
    expect([await tensionOf(), await tensionOf('5-0-2-1')]).toEqual([40, 80])
  })

  test('is refused where it does not suit what is counted', async () => {
    const { exercises } = await start(athlete, superset)
    const held = await athlete.post(`${exercises[0]}/sets`, { reps: 8, tempo: 'hold' })
    expect(problemOf(held)).toEqual(['422 METRIC_MISMATCH', '/tempo METRIC_MISMATCH'])
    expectStatus(await athlete.post(`${exercises[2]}/sets`, { duration: 8, tempo: 'hold' }), 201)
  })
})

test('a whole session keeps its groups and tempos, in one request and when it is sent back', async () => {
  const path = `/sessions/${randomUUID()}`
  const sets = [
    { reps: 8, tempo: '4-0-1-0' },
    { reps: 8, tempo: null },
  ]
  const exercises = ['push-up', 'pull-up'].map((exercise) => ({ exercise, planned: { group: 2 }, sets }))
  const written = expectStatus(await athlete.put(path, { date: today, status: 'in_progress', exercises }), 201).body
  expect(groupsOf(written)).toEqual([2, 2])
  const read = await reread(athlete, path)
  expect(
    read.exercises.map(({ sets: done }: { sets: { tempo: string | null }[] }) => done.map(({ tempo }) => tempo)),
  ).toEqual([
    ['4-0-1-0', null],
    ['4-0-1-0', null],
  ])
  expect(expectStatus(await athlete.put(path, read), 200).body.version).toBe(read.version)
})
