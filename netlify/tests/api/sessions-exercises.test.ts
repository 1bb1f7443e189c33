import { beforeAll, describe, expect, test } from 'vitest'
import { type Answered, type TestAthlete, testApi } from '#tests/support/api.js'
import { expectStatus, log, noon, plan, problemOf, reread, start } from '#tests/support/session-api.js'

const api = await testApi()
let athlete: TestAthlete

beforeAll(async () => {
  api.setNow(noon)
  athlete = await api.athlete()
})

type Exercise = { readonly order: number; readonly version: number; readonly exercise: { readonly slug: string } }

async function exercisesAt(path: string): Promise<Answered['body']> {
  return (await reread(athlete, path)).exercises
}

const places = async (path: string) =>
  (await exercisesAt(path)).map(({ order, version, exercise }: Exercise) => `${order} ${exercise.slug} v${version}`)

describe('adding an exercise', () => {
  test("puts it last, with the athlete's own prescription", async () => {
    const me = await api.athlete()
    await me.put('/me/exercises/l-sit', { sets: [{ duration: 8 }, { duration: 6 }] })
    const { path } = await start(me)
    const { body, headers } = expectStatus(
      await me.post(`${path}/exercises`, { exercise: 'l-sit', notes: 'toes' }),
      201,
    )
    expect(headers.get('etag')).toMatch(/^"1\./)
    expect(headers.get('location')).toBe(`/api/v1${path}/exercises/${body.id}`)
    expect(body).toMatchObject({
      order: 4,
      planned: { sets: [{ duration: 8 }, { duration: 6 }], tempo: 'hold', restSeconds: 120, notes: 'toes' },
    })
    const session = await reread(me, path)
    expect(session.exercises[3]).toEqual(body)
    expect(session.version).toBe(3)
  })

  test.each([
    ['an unknown exercise', { exercise: 'moon-walk' }, ['422 INVALID_INPUT', '/exercise EXERCISE_NOT_FOUND']],
    [
      'sets of the wrong metric',
      { exercise: 'l-sit', sets: [{ reps: 5 }] },
      ['422 METRIC_MISMATCH', '/sets METRIC_MISMATCH'],
    ],
    [
      'a tempo that does not suit',
      { exercise: 'l-sit', tempo: '3-0-1-0' },
      ['422 METRIC_MISMATCH', '/tempo METRIC_MISMATCH'],
    ],
  ])('is refused for %s', async (_, body, problem) => {
    const { path, session } = await plan(athlete)
    expect(problemOf(await athlete.post(`${path}/exercises`, body))).toEqual(problem)
    expect(await reread(athlete, path)).toEqual(session)
  })

  test('is refused in a session that is skipped or full', async () => {
    const { path } = await plan(athlete)
    expectStatus(await athlete.post(`${path}/skip`), 200)
    expect(problemOf(await athlete.post(`${path}/exercises`, { exercise: 'l-sit' }))).toEqual(['409 SESSION_NOT_OPEN'])
    const full = await plan(athlete, { date: '2026-11-22', exercises: Array(50).fill({ exercise: 'l-sit' }) })
    expect(problemOf(await athlete.post(`${full.path}/exercises`, { exercise: 'l-sit' }))).toEqual(['409 SESSION_FULL'])
  })
})

describe('changing an exercise', () => {
  test('moves the others when it takes another place', async () => {
    const { path, exercises } = await plan(athlete)
    const { body } = expectStatus(await athlete.patch(`${exercises[1]}`, { order: 1 }), 200)
    expect(await places(path)).toEqual(['1 dead-hang v2', '2 push-up v2', '3 archer-push-up v1'])
    expect((await exercisesAt(path))[0]).toEqual(body)
  })

  test('merges plan and performance, and clears what is null', async () => {
    const { path, exercises } = await start(athlete)
    const patch = {
      planned: { sets: [{ reps: 5 }], tempo: null, notes: 'easy' },
      actual: { restSeconds: 100, notes: 'not easy', tempo: '2-0-1-0' },
      completed: true,
    }
    const { body } = expectStatus(await athlete.patch(`${exercises[0]}`, patch), 200)
    expect(body).toMatchObject({
      planned: { sets: [{ reps: 5 }], tempo: null, restSeconds: 90, notes: 'easy' },
      actual: { sets: null, restSeconds: 100, notes: 'not easy', tempo: '2-0-1-0' },
      completed: true,
      version: 2,
    })
    expect((await exercisesAt(path))[0]).toEqual(body)
    const back = expectStatus(
      await athlete.patch(`${exercises[0]}`, { actual: { notes: null }, completed: false }),
      200,
    ).body
    expect(back).toMatchObject({ actual: { restSeconds: 100, notes: null }, completed: false, version: 3 })
    expect((await exercisesAt(path))[0]).toEqual(back)
  })

  test('keeps every version when nothing changes', async () => {
    const { path, exercises, session } = await plan(athlete)
    const { sets } = session.exercises[0].planned
    const same = { order: 1, planned: { sets, restSeconds: 90, notes: null } }
    expect(expectStatus(await athlete.patch(`${exercises[0]}`, same), 200).body).toEqual(session.exercises[0])
    expect(await reread(athlete, path)).toEqual(session)
  })

  test.each([
    ['a place beyond the last', { order: 4 }, ['422 INVALID_INPUT', '/order OUT_OF_RANGE']],
    ['a place before the first', { order: 0 }, ['422 INVALID_INPUT', '/order TOO_SMALL']],
    [
      'sets of seconds for an exercise that is counted in reps',
      { planned: { sets: [{ duration: 5 }] } },
      ['422 METRIC_MISMATCH', '/planned/sets METRIC_MISMATCH'],
    ],
    ['sets of null', { planned: { sets: null } }, ['422 INVALID_INPUT', '/planned/sets TYPE']],
    ['performed work before the session is started', { actual: { notes: 'x' } }, ['409 SESSION_NOT_OPEN']],
    ['another exercise', { exercise: 'l-sit' }, ['422 INVALID_INPUT', '/exercise UNKNOWN_FIELD']],
  ])('is refused for %s', async (_, body, problem) => {
    const { path, exercises, session } = await plan(athlete)
    expect(problemOf(await athlete.patch(`${exercises[0]}`, body))).toEqual(problem)
    expect(await reread(athlete, path)).toEqual(session)
  })

  test('is refused for the plan of a completed session, and allowed for what was done', async () => {
    const { path, exercises } = await start(athlete)
    expectStatus(await athlete.post(`${path}/complete`, { withoutSets: true }), 200)
    expect(problemOf(await athlete.patch(`${exercises[0]}`, { planned: { notes: 'x' } }))).toEqual([
      '409 SESSION_NOT_OPEN',
    ])
    const { body } = expectStatus(await athlete.patch(`${exercises[0]}`, { actual: { notes: 'tired' } }), 200)
    expect((await exercisesAt(path))[0]).toEqual(body)
  })

  test('is refused under a version that is out of date', async () => {
    const { exercises } = await start(athlete)
    await log(athlete, exercises[0], { reps: 8 })
    const stale = await athlete.patch(`${exercises[0]}`, { order: 2 }, { headers: { 'if-match': '"1"' } })
    expect(problemOf(stale)).toEqual(['412 VERSION_MISMATCH'])
    expectStatus(await athlete.patch(`${exercises[0]}`, { order: 2 }, { headers: { 'if-match': '"2"' } }), 200)
  })
})

describe('marking an exercise as done', () => {
  test('is recorded once', async () => {
    const { path, exercises } = await start(athlete)
    const { body } = expectStatus(await athlete.post(`${exercises[1]}/done`), 200)
    expect(body).toMatchObject({ completed: true, version: 2 })
    expect(expectStatus(await athlete.post(`${exercises[1]}/done`), 200).body).toEqual(body)
    expect((await exercisesAt(path))[1]).toEqual(body)
  })

  test('is refused before the session is started', async () => {
    const { exercises } = await plan(athlete)
    expect(problemOf(await athlete.post(`${exercises[1]}/done`))).toEqual(['409 SESSION_NOT_OPEN'])
  })
})

describe('removing an exercise', () => {
  test('deletes its sets, and moves up the exercises behind it', async () => {
    const { path, exercises } = await start(athlete)
    const set = await log(athlete, exercises[0], { reps: 8 })
    expectStatus(await athlete.delete(`${exercises[0]}`), 204)
    expect(await places(path)).toEqual(['1 dead-hang v2', '2 archer-push-up v2'])
    expect(problemOf(await athlete.patch(set, { reps: 7 }))).toEqual(['404 SESSION_EXERCISE_NOT_FOUND'])
    expect(await api.db.rows('select 1 from exercise_set_logs where id = $1', [set.split('/').at(-1)])).toEqual([])
  })

  test('is refused in a completed session', async () => {
    const { path, exercises } = await start(athlete)
    expectStatus(await athlete.post(`${path}/complete`, { withoutSets: true }), 200)
    expect(problemOf(await athlete.delete(`${exercises[0]}`))).toEqual(['409 SESSION_NOT_OPEN'])
  })
})

test('an exercise of another session of the same athlete is not found', async () => {
  const [one, other] = [await start(athlete), await start(athlete)]
  const crossed = `${one.path}/exercises/${other.session.exercises[0].id}`
  for (const answered of [
    await athlete.patch(crossed, { order: 1 }),
    await athlete.post(`${crossed}/done`),
    await athlete.post(`${crossed}/sets`, { reps: 8 }),
    await athlete.delete(crossed),
  ]) {
    expect(problemOf(answered)).toEqual(['404 SESSION_EXERCISE_NOT_FOUND'])
  }
})
