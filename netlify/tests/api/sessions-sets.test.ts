import { beforeAll, describe, expect, test } from 'vitest'
import type { CorrectSet, LogSet } from '#domain/session/set-log.schema.js'
import { type TestAthlete, testApi } from '#tests/support/api.js'
import { expectStatus, log, noon, plan, problemOf, reread, start } from '#tests/support/session-api.js'

const api = await testApi()
let athlete: TestAthlete

beforeAll(async () => {
  api.setNow(noon)
  athlete = await api.athlete()
})

type Logged = { readonly setNumber: number; readonly side: string | null }

const numbers = async (path: string, index: number) =>
  (await reread(athlete, path)).exercises[index].sets.map(({ setNumber, side }: Logged) => `${setNumber}${side ?? ''}`)

describe('logging a set', () => {
  test('answers as the next GET does', async () => {
    const { path, exercises } = await start(athlete)
    const body = {
      kind: 'failure',
      reps: 9,
      rpe: 8.5,
      restSeconds: 120,
      tempo: '5-0-1-1',
      weightKg: -7.35,
      pain: 3,
      painSite: 'elbow',
      notes: 'band\nthick 🟢',
      completedAt: '2026-11-22T11:58:30.5Z',
    } satisfies Required<Omit<LogSet, 'id' | 'setNumber' | 'side' | 'duration'>>
    const logged = expectStatus(await athlete.post(`${exercises[0]}/sets`, body), 201)
    expect(logged.headers.get('etag')).toMatch(/^"1\./)
    expect(logged.headers.get('location')).toBe(`/api/v1${exercises[0]}/sets/${logged.body.id}`)
    expect(logged.body).toEqual({
      ...body,
      id: logged.body.id,
      setNumber: 1,
      side: null,
      duration: null,
      planned: { reps: 10 },
      completedAt: '2026-11-22T11:58:30.500Z',
      version: 1,
      createdAt: noon,
      updatedAt: noon,
    })
    const [exercise] = (await reread(athlete, path)).exercises
    expect(exercise).toMatchObject({ sets: [logged.body], actual: { sets: [{ reps: 9 }] }, version: 2 })
  })

  test('takes seconds for a hold, and the number after the highest one', async () => {
    const { path, exercises } = await start(athlete)
    await log(athlete, exercises[1], { duration: 20 })
    const second = await log(athlete, exercises[1], { duration: 18, setNumber: 5 })
    await log(athlete, exercises[1], { duration: 15 })
    expectStatus(await athlete.delete(second), 204)
    expect(await numbers(path, 1)).toEqual(['1', '6'])
    expect((await reread(athlete, path)).exercises[1].actual.sets).toEqual([{ duration: 20 }, { duration: 15 }])
  })

  test('gives the left and the right side one number', async () => {
    const { path, exercises } = await start(athlete)
    for (const side of ['right', 'left', 'left', 'right']) await log(athlete, exercises[2], { reps: 5, side })
    expect(await numbers(path, 2)).toEqual(['1left', '1right', '2left', '2right'])
    const again = await athlete.post(`${exercises[2]}/sets`, { reps: 5, side: 'left', setNumber: 2 })
    expect(problemOf(again)).toEqual(['409 CONFLICT'])
  })

  test('accepts an id that the client chose, and refuses it to others', async () => {
    const { exercises } = await start(athlete)
    const id = '0198c0de-7a11-7000-8000-0000000000b1'
    expect(await log(athlete, exercises[0], { id, reps: 8 })).toBe(`${exercises[0]}/sets/${id}`)
    const stranger = await api.athlete()
    const theirs = await start(stranger)
    expect(problemOf(await stranger.post(`${theirs.exercises[0]}/sets`, { id, reps: 8 }))).toEqual(['409 ID_TAKEN'])
  })

  test.each([
    ['reps of an exercise that is held', 1, { reps: 8 }, ['422 METRIC_MISMATCH', '/reps METRIC_MISMATCH']],
    [
      'seconds of an exercise that is counted in reps',
      0,
      { duration: 8 },
      ['422 METRIC_MISMATCH', '/duration METRIC_MISMATCH'],
    ],
    ['reps and seconds at once', 0, { reps: 8, duration: 8 }, ['422 INVALID_INPUT', ' EXACTLY_ONE']],
    ['neither reps nor seconds', 0, { rpe: 8 }, ['422 INVALID_INPUT', ' EXACTLY_ONE']],
    [
      'a side of an exercise without sides',
      0,
      { reps: 8, side: 'left' },
      ['422 INVALID_INPUT', '/side NOT_UNILATERAL'],
    ],
    [
      'a site of pain without its strength',
      0,
      { reps: 8, painSite: 'knee' },
      ['422 INVALID_INPUT', '/painSite PAIN_MISSING'],
    ],
    ['an unknown site of pain', 0, { reps: 8, pain: 2, painSite: 'nose' }, ['422 INVALID_INPUT', '/painSite VALUE']],
    [
      'a set in the future',
      0,
      { reps: 8, completedAt: '2026-11-22T12:05:01Z' },
      ['422 INVALID_INPUT', '/completedAt IN_FUTURE'],
    ],
    ['a weight with three decimals', 0, { reps: 8, weightKg: 1.005 }, ['422 INVALID_INPUT', '/weightKg FORMAT']],
    ['an RPE in quarters', 0, { reps: 8, rpe: 8.25 }, ['422 INVALID_INPUT', '/rpe FORMAT']],
    [
      'several faults at once',
      0,
      { reps: -1, rpe: 11, restSeconds: -1, mood: 'fine' },
      ['422 INVALID_INPUT', '/reps TOO_SMALL', '/rpe TOO_BIG', '/restSeconds TOO_SMALL', '/mood UNKNOWN_FIELD'],
    ],
  ])('is refused for %s', async (_, index, body, problem) => {
    const { path, exercises, session } = await start(athlete)
    expect(problemOf(await athlete.post(`${exercises[index]}/sets`, body))).toEqual(problem)
    expect(await reread(athlete, path)).toEqual(session)
  })

  test.each(['planned', 'skipped'])('is refused while the session is %s', async (status) => {
    const { path, exercises } = await plan(athlete)
    if (status === 'skipped') expectStatus(await athlete.post(`${path}/skip`), 200)
    expect(problemOf(await athlete.post(`${exercises[0]}/sets`, { reps: 8 }))).toEqual(['409 SESSION_NOT_OPEN'])
  })
})

describe('correcting a set', () => {
  test('answers as the next GET does, even after completion', async () => {
    const { path, exercises } = await start(athlete)
    const set = await log(athlete, exercises[0], { reps: 8, rpe: 8, notes: 'x', weightKg: 5 })
    await log(athlete, exercises[0], { reps: 8 })
    expectStatus(await athlete.post(`${path}/complete`), 200)
    const { body } = expectStatus(await athlete.patch(set, { reps: 18, rpe: null, setNumber: 7 }), 200)
    expect(body).toMatchObject({
      reps: 18,
      rpe: null,
      notes: 'x',
      weightKg: 5,
      setNumber: 7,
      planned: null,
      version: 2,
    })
    const [exercise] = (await reread(athlete, path)).exercises
    expect(exercise.sets[1]).toEqual(body)
    expect(exercise.actual.sets).toEqual([{ reps: 8 }, { reps: 18 }])
  })

  test('stores every field that can be corrected', async () => {
    const { exercises, path } = await start(athlete)
    const set = await log(athlete, exercises[2], { reps: 8 })
    const everything: Required<Omit<CorrectSet, 'duration'>> = {
      setNumber: 3,
      side: 'left',
      kind: 'drop',
      reps: 9,
      rpe: 8.5,
      restSeconds: 100,
      tempo: '4-0-1-1',
      weightKg: -12.5,
      pain: 2,
      painSite: 'elbow',
      notes: 'Slower',
      completedAt: '2026-11-22T11:50:00.000Z',
    }
    expect(expectStatus(await athlete.patch(set, everything), 200).body).toMatchObject(everything)
    const { sets } = (await reread(athlete, path)).exercises[2]
    expect(sets).toEqual([expect.objectContaining(everything)])
  })

  test('keeps every version when nothing changes', async () => {
    const { path, exercises } = await start(athlete)
    const set = await log(athlete, exercises[0], { reps: 8 })
    const before = await reread(athlete, path)
    expect(expectStatus(await athlete.patch(set, { reps: 8, rpe: null }), 200).body).toEqual(
      before.exercises[0].sets[0],
    )
    expect(await reread(athlete, path)).toEqual(before)
  })

  test.each([
    [
      'seconds of an exercise that is counted in reps',
      { duration: 8 },
      ['422 METRIC_MISMATCH', '/duration METRIC_MISMATCH'],
    ],
    ['reps of null', { reps: null }, ['422 INVALID_INPUT', '/reps TYPE']],
    ['a site of pain without its strength', { painSite: 'knee' }, ['422 INVALID_INPUT', '/painSite PAIN_MISSING']],
    ['the number of another set', { setNumber: 2 }, ['409 CONFLICT']],
    ['a field that the server owns', { version: 9 }, ['422 INVALID_INPUT', '/version UNKNOWN_FIELD']],
  ])('is refused for %s', async (_, body, problem) => {
    const { path, exercises } = await start(athlete)
    const set = await log(athlete, exercises[0], { reps: 8 })
    await log(athlete, exercises[0], { reps: 8 })
    const before = await reread(athlete, path)
    expect(problemOf(await athlete.patch(set, body))).toEqual(problem)
    expect(await reread(athlete, path)).toEqual(before)
  })

  test('is refused under a version that is out of date, and so is deleting it', async () => {
    const { exercises } = await start(athlete)
    const set = await log(athlete, exercises[0], { reps: 8 })
    expectStatus(await athlete.patch(set, { reps: 9 }, { headers: { 'if-match': '"1"' } }), 200)
    const stale = { headers: { 'if-match': '"1"' } }
    expect(problemOf(await athlete.patch(set, { reps: 7 }, stale))).toEqual(['412 VERSION_MISMATCH'])
    expect(problemOf(await athlete.delete(set, stale))).toEqual(['412 VERSION_MISMATCH'])
    expectStatus(await athlete.delete(set, { headers: { 'if-match': '"2"' } }), 204)
    expect(problemOf(await athlete.delete(set))).toEqual(['404 SET_NOT_FOUND'])
  })
})

describe('deleting a set', () => {
  test('keeps the numbers of the other sets, even after completion', async () => {
    const { path, exercises } = await start(athlete)
    const sets = []
    for (const reps of [10, 9, 8]) sets.push(await log(athlete, exercises[0], { reps }))
    expectStatus(await athlete.post(`${path}/complete`), 200)
    expectStatus(await athlete.delete(`${sets[1]}`), 204)
    expect(await numbers(path, 0)).toEqual(['1', '3'])
    expect((await reread(athlete, path)).exercises[0].actual.sets).toEqual([{ reps: 10 }, { reps: 8 }])
  })
})
