import { beforeAll, describe, expect, test } from 'vitest'
import { type TestAthlete, testApi } from '#tests/support/api.js'
import {
  expectStatus,
  log,
  noon,
  plan,
  problemOf,
  reread,
  sessionIn,
  start,
  today,
  workout,
} from '#tests/support/session-api.js'

const api = await testApi()
let athlete: TestAthlete

beforeAll(async () => {
  api.setNow(noon)
  athlete = await api.athlete()
})

describe('a session goes', () => {
  test('from planned over in progress to completed, and GET answers the same after each step', async () => {
    const { path } = await plan(athlete)
    const started = expectStatus(await athlete.post(`${path}/start`), 200).body
    expect(started).toMatchObject({ status: 'in_progress', startedAt: noon, completedAt: null, version: 2 })
    expect(await reread(athlete, path)).toEqual(started)

    api.setNow('2026-11-22T12:47:10.000Z')
    const completed = expectStatus(
      await athlete.post(`${path}/complete`, { notes: 'strong', withoutSets: true }),
      200,
    ).body
    api.setNow(noon)
    expect(completed).toMatchObject({
      status: 'completed',
      startedAt: noon,
      completedAt: '2026-11-22T12:47:10.000Z',
      durationMinutes: 47,
      notes: 'strong',
      version: 3,
    })
    expect(await reread(athlete, path)).toEqual(sessionIn(completed))
  })

  test('from planned to completed when it is recorded afterwards', async () => {
    const { path } = await plan(athlete, { ...workout, date: '2026-11-20' })
    const given = { durationMinutes: 30, completedAt: '2026-11-20T18:00:00.123456Z', withoutSets: true }
    const { body } = expectStatus(await athlete.post(`${path}/complete`, given), 200)
    expect(body).toMatchObject({
      status: 'completed',
      startedAt: '2026-11-20T17:30:00.123Z',
      durationMinutes: 30,
      completedAt: '2026-11-20T18:00:00.123Z',
    })
    expect(await reread(athlete, path)).toEqual(sessionIn(body))
  })

  test('from planned to skipped, and back to planned on another day', async () => {
    const { path, session } = await plan(athlete, { ...workout, time: '18:30' })
    const skipped = expectStatus(await athlete.post(`${path}/skip`), 200).body
    expect(skipped).toMatchObject({ status: 'skipped', version: 2 })
    expect(await reread(athlete, path)).toEqual(skipped)
    const moved = { date: '2026-11-29', time: '07:00' }
    const replanned = expectStatus(await athlete.post(`${path}/reschedule`, moved), 200).body
    expect(replanned).toEqual({ ...session, ...moved, isToday: false, version: 3, updatedAt: replanned.updatedAt })
    expect(await reread(athlete, path)).toEqual(replanned)
  })

  test('from in progress to skipped only while no set is logged', async () => {
    const { path, exercises } = await start(athlete)
    const set = await log(athlete, exercises[0], { reps: 8 })
    expect(problemOf(await athlete.post(`${path}/skip`))).toEqual(['409 SESSION_STATE'])
    expectStatus(await athlete.delete(set), 204)
    expect(expectStatus(await athlete.post(`${path}/skip`), 200).body).toMatchObject({
      status: 'skipped',
      startedAt: null,
    })
  })

  test('to completed with every exercise marked as done whose sets are all logged', async () => {
    const { path, exercises } = await start(athlete)
    for (const reps of [10, 10, 9]) await log(athlete, exercises[0], { reps })
    await log(athlete, exercises[1], { duration: 20 })
    const { body } = expectStatus(await athlete.post(`${path}/complete`), 200)
    expect(body.exercises.map(({ completed }: { completed: boolean }) => completed)).toEqual([true, false, false])
    expect(await reread(athlete, path)).toEqual(sessionIn(body))
  })
})

/** None of these sessions has a set. */
const bodyOf = (step: string) => (step === 'complete' ? { withoutSets: true } : undefined)

describe('repeating an action', () => {
  test.each([
    ['start', ['start']],
    ['start', ['start', 'complete']],
    ['complete', ['start', 'complete']],
    ['skip', ['skip']],
    ['reopen', ['start', 'complete', 'reopen']],
    ['reopen', ['skip', 'reopen']],
  ])('%s answers with the same session', async (action, steps) => {
    const { path } = await plan(athlete)
    for (const step of steps) expectStatus(await athlete.post(`${path}/${step}`, bodyOf(step)), 200)
    const before = await reread(athlete, path)
    const again = expectStatus(await athlete.post(`${path}/${action}`, bodyOf(action)), 200)
    expect(action === 'complete' ? sessionIn(again.body) : again.body).toEqual(before)
    expect(await reread(athlete, path)).toEqual(before)
  })
})

describe('a session is refused', () => {
  test.each([
    ['completed', 'skip'],
    ['completed', 'reschedule'],
    ['in_progress', 'reschedule'],
    ['skipped', 'start'],
    ['skipped', 'complete'],
  ])('when it is %s, the action %s', async (status, action) => {
    const { path } = await plan(athlete)
    const steps = { completed: ['start', 'complete'], in_progress: ['start'], skipped: ['skip'] }[status] ?? []
    for (const step of steps) expectStatus(await athlete.post(`${path}/${step}`, bodyOf(step)), 200)
    const before = await reread(athlete, path)
    const body = action === 'reschedule' ? { date: '2026-12-01' } : undefined
    expect(problemOf(await athlete.post(`${path}/${action}`, body))).toEqual(['409 SESSION_STATE'])
    expect(await reread(athlete, path)).toEqual(before)
  })

  test.each(['start', 'complete'])('%s before its date', async (action) => {
    const { path } = await plan(athlete, { ...workout, date: '2026-11-23' })
    expect(problemOf(await athlete.post(`${path}/${action}`, bodyOf(action)))).toEqual(['422 DATE_IN_FUTURE'])
    expectStatus(await athlete.post(`${path}/reschedule`, { date: today }), 200)
    expectStatus(await athlete.post(`${path}/${action}`, bodyOf(action)), 200)
  })

  test('completion in the future', async () => {
    const { path } = await start(athlete)
    const answered = await athlete.post(`${path}/complete`, { completedAt: '2026-11-22T12:06:00Z' })
    expect(problemOf(answered)).toEqual(['422 INVALID_INPUT', '/completedAt IN_FUTURE'])
  })

  test.each(['start', 'complete', 'skip', 'reopen', 'reschedule'])(
    '%s under a version that is out of date',
    async (action) => {
      const { path } = await plan(athlete)
      expectStatus(await athlete.patch(path, { notes: 'changed' }), 200)
      const body = action === 'reschedule' ? { date: '2026-12-01' } : undefined
      const answered = await athlete.post(`${path}/${action}`, body, { headers: { 'if-match': '"1"' } })
      expect(problemOf(answered)).toEqual(['412 VERSION_MISMATCH'])
      expect(await reread(athlete, path)).toMatchObject({ status: 'planned', version: 2 })
    },
  )
})
