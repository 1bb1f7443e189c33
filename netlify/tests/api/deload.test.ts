import { beforeEach, describe, expect, test } from 'vitest'
import { addDays } from '#domain/calendar/days-between.js'
import { type TestAthlete, testApi } from '#tests/support/api.js'
import { eventsOf, performed } from '#tests/support/performed.js'
import { expectStatus, plan, problemOf, summaryOf } from '#tests/support/session-api.js'

const api = await testApi()
const today = '2026-11-22'
const noon = `${today}T12:00:00.000Z`
const day = (offset: number) => addDays(today, offset)
let ada: TestAthlete

beforeEach(async () => {
  ada = await api.athlete()
  api.setNow(noon)
})

const pushUps = (rpe = 8) => ({ exercise: 'push-up', sets: [{ reps: 8, rpe }] })
const reps = (...amounts: number[]) => amounts.map((amount) => ({ reps: amount }))
const planned = (offset: number, ...sets: object[][]) =>
  plan(ada, { date: day(offset), exercises: sets.map((some) => ({ exercise: 'push-up', sets: some })) })

async function advice() {
  api.setNow(noon)
  return expectStatus(await ada.get('/me/deload'), 200).body
}

const setsOf = async (path: string) =>
  (await ada.get(path)).body.exercises.map((item: { planned: { sets: object[] } }) => item.planned.sets)

describe('GET /me/deload', () => {
  test('says that none is due, and what a deload would change', async () => {
    expect(await advice()).toEqual({
      date: today,
      due: false,
      triggers: [],
      declinedUntil: null,
      setsFactor: 0.5,
      rpeCap: 7,
      days: 7,
      current: null,
      next: null,
      returns: [],
      explanation: 'No easier week is due.',
      rulesVersion: '2026.2',
    })
    expect(api.requests.at(-1)).toMatchObject({ operation: 'recovery.getDeload', roundTrips: 1 })
  })

  test('is due after two weeks at RPE 9, with the numbers behind it', async () => {
    await performed(api, ada, { on: day(-9) }, pushUps(9))
    await performed(api, ada, { on: day(-2) }, pushUps(9.5))
    expect(await advice()).toMatchObject({
      due: true,
      triggers: [
        {
          trigger: 'high_rpe',
          ruleId: 'deload.high_rpe',
          inputs: { weekBeforeRpe: 9, lastWeekRpe: 9.5 },
          thresholds: { weeklyMeanMin: 9, weeks: 2 },
        },
      ],
    })
  })

  test('is due after three check-ins below 50', async () => {
    for (const offset of [-4, -2, 0]) {
      expectStatus(await ada.post('/me/check-ins', { date: day(offset), sleep: 2, soreness: 2 }), 201)
    }
    expect((await advice()).triggers.map(({ trigger }: { trigger: string }) => trigger)).toEqual(['low_readiness'])
  })

  test('is due after six weeks of training, until a deload begins', async () => {
    for (const week of [6, 5, 4, 3, 2, 1]) await performed(api, ada, { on: day(-7 * week) }, pushUps(7))
    expect((await advice()).triggers.map(({ trigger }: { trigger: string }) => trigger)).toEqual(['scheduled'])
    const begun = expectStatus(await ada.post('/me/deload', {}), 201)
    expect(begun.body.triggers).toEqual(['scheduled'])
    expect(await advice()).toMatchObject({ due: false, current: { id: begun.body.id, endsOn: day(6) } })
  })

  test('gives the way back for every category', async () => {
    await performed(api, ada, { on: day(-30) }, pushUps())
    await performed(api, ada, { on: day(-5) }, { exercise: 'pull-up', sets: [{ reps: 5, rpe: 8 }] })
    const { returns } = await advice()
    expect(returns).toEqual([
      expect.objectContaining({
        category: 'Push',
        gapDays: 30,
        factor: 0.7,
        weeklySetMultipliers: [0.5, 0.7, 0.8, 0.9],
        retest: false,
      }),
      expect.objectContaining({ category: 'Pull', gapDays: 5, factor: 1, weeklySetMultipliers: [] }),
    ])
  })
})

describe('POST /me/deload', () => {
  test('begins today, and halves the sets of the sessions planned in its week', async () => {
    const inside = await planned(0, reps(8, 8, 7), reps(5))
    const last = await planned(6, reps(8, 8, 8, 8))
    const outside = await planned(7, reps(8, 8))
    const summary = await summaryOf(api, ada, today)
    const { body, headers } = expectStatus(await ada.post('/me/deload', {}), 201)
    expect(headers.get('server-timing')).toContain('2 round trips')
    expect(body).toMatchObject({ startsOn: today, endsOn: day(6), triggers: ['by_hand'], setsFactor: 0.5, rpeCap: 7 })
    expect(body.sessions).toEqual([
      {
        id: inside.id,
        date: today,
        version: 2,
        exercises: [expect.objectContaining({ setsBefore: 3, setsAfter: 2 })],
      },
      expect.objectContaining({ id: last.id, exercises: [expect.objectContaining({ setsBefore: 4, setsAfter: 2 })] }),
    ])
    expect(await setsOf(inside.path)).toEqual([reps(8, 8), reps(5)])
    expect(await setsOf(outside.path)).toEqual([reps(8, 8)])
    expect((await ada.get(inside.path)).body).toMatchObject({ version: 2, exercises: [{ version: 2 }, { version: 1 }] })
    expect([summary?.planned_sets, (await summaryOf(api, ada, today))?.planned_sets]).toEqual([4, 3])
    expect((await eventsOf(api, ada)).map(({ type }) => type)).toEqual([
      ...['session.planned', 'session.planned', 'session.planned'],
      ...['deload.begun', 'sessionExercise.changed', 'sessionExercise.changed'],
    ])
  })

  test('halves the default sets of sessions that are planned in it later, and keeps sets that the athlete gives', async () => {
    const before = await plan(ada, { date: day(1), exercises: [{ exercise: 'bodyweight-squat' }] })
    const own = before.session.exercises[0].planned.sets
    expectStatus(await ada.post('/me/deload', { startsOn: day(2) }), 201)
    const within = await plan(ada, {
      date: day(3),
      exercises: [{ exercise: 'bodyweight-squat' }, { exercise: 'push-up', sets: reps(9, 9, 9) }],
    })
    expectStatus(await ada.post(`${within.path}/exercises`, { exercise: 'bodyweight-squat' }), 201)
    const half = own.slice(0, Math.ceil(own.length / 2))
    expect(await setsOf(within.path)).toEqual([half, reps(9, 9, 9), half])
    expect(
      await setsOf((await plan(ada, { date: day(9), exercises: [{ exercise: 'bodyweight-squat' }] })).path),
    ).toEqual([own])
  })

  test('holds the working sets of every session in it', async () => {
    expectStatus(await ada.post('/me/deload', {}), 201)
    await performed(api, ada, { on: day(1) }, { exercise: 'push-up', sets: reps(20, 20, 20) })
    const [decision] = await api.db.rows('select decision, reason from exercise_decisions where user_id = $1', [ada.id])
    expect(decision).toEqual({ decision: 'hold', reason: 'deload' })
  })

  test('begins on a later day when the athlete names one', async () => {
    const { body } = expectStatus(await ada.post('/me/deload', { startsOn: day(8) }), 201)
    expect(await advice()).toMatchObject({ current: null, next: { id: body.id, startsOn: day(8) } })
    expectStatus(await ada.post('/me/deload', { startsOn: day(1) }), 201)
  })

  test('refuses a deload that overlaps another, even when ten are sent at once', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => ada.post('/me/deload', {})))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, ...Array(9).fill(409)])
    expect(problemOf(await ada.post('/me/deload', { startsOn: day(6) }))).toEqual(['409 CONFLICT'])
    expect((await eventsOf(api, ada)).filter(({ type }) => type === 'deload.begun')).toHaveLength(1)
  })

  test.each<[object, string[]]>([
    [{ startsOn: day(-1) }, ['422 INVALID_INPUT', '/startsOn IN_PAST']],
    [{ startsOn: day(29) }, ['422 INVALID_INPUT', '/startsOn OUT_OF_RANGE']],
    [{ startsOn: '2026-02-30' }, ['422 INVALID_INPUT', '/startsOn FORMAT']],
    [{ days: 14 }, ['422 INVALID_INPUT', '/days UNKNOWN_FIELD']],
  ])('refuses %j', async (body, expected) => expect(problemOf(await ada.post('/me/deload', body))).toEqual(expected))

  test('leaves sessions of other athletes alone, and refuses their ids and callers without the scope', async () => {
    const eve = await api.athlete()
    const hers = await plan(eve, { date: today, exercises: [{ exercise: 'push-up', sets: reps(8, 8) }] })
    const { body } = expectStatus(await ada.post('/me/deload', {}), 201)
    expect((await eve.get(hers.path)).body).toEqual(hers.session)
    expect(problemOf(await eve.post('/me/deload', { id: body.id }))).toEqual(['409 ID_TAKEN'])
    const narrow = await api.athlete({ scopes: ['progress:read', 'sessions:write'] })
    expect(problemOf(await narrow.post('/me/deload', {}))).toEqual(['403 INSUFFICIENT_SCOPE'])
  })
})

describe('POST /me/return-plan', () => {
  const comeBack = async () => {
    api.setNow(noon)
    return ada.post('/me/return-plan')
  }

  test('reduces sets week by week, only in the category with a break, and each session only once', async () => {
    await performed(api, ada, { on: day(-30) }, pushUps())
    await performed(api, ada, { on: day(-3) }, { exercise: 'pull-up', sets: [{ reps: 5, rpe: 8 }] })
    api.setNow(noon)
    const first = await planned(1, reps(12, 12, 12, 12))
    const second = await planned(8, reps(12, 12, 12, 12))
    const fourth = await planned(27, reps(12, 12, 12, 12))
    const pulls = await plan(ada, { date: day(2), exercises: [{ exercise: 'pull-up', sets: reps(5, 5, 5, 5) }] })
    const { body, headers } = expectStatus(await comeBack(), 200)
    expect(headers.get('server-timing')).toContain('2 round trips')
    expect(body.returns.map(({ category }: { category: string }) => category)).toEqual(['Push'])
    expect(body.sessions.map(({ id }: { id: string }) => id)).toEqual([first.id, second.id])
    expect(await setsOf(first.path)).toEqual([reps(12, 12)])
    expect(await setsOf(second.path)).toEqual([reps(12, 12, 12)])
    expect(await setsOf(fourth.path)).toEqual([reps(12, 12, 12, 12)])
    expect(await setsOf(pulls.path)).toEqual([reps(5, 5, 5, 5)])
    const third = await planned(15, reps(12, 12, 12, 12))
    expect(expectStatus(await comeBack(), 200).body.sessions.map(({ id }: { id: string }) => id)).toEqual([third.id])
    expect(expectStatus(await comeBack(), 200).body.sessions).toEqual([])
    const told = (await eventsOf(api, ada)).filter(({ type }) => type === 'returnPlan.applied')
    expect(told.map(({ payload }) => payload)).toMatchObject([
      { on: today, sessionIds: [first.id, second.id], breaks: [{ category: 'Push', gapDays: 30 }] },
      { sessionIds: [third.id] },
    ])
  })

  test('lowers targets that follow the working sets', async () => {
    await performed(api, ada, { on: day(-40) }, { exercise: 'push-up', sets: reps(10, 10, 10) })
    api.setNow(noon)
    const session = await plan(ada, { date: day(1), exercises: [{ exercise: 'push-up' }] })
    const before = session.session.exercises[0].planned.sets
    expectStatus(await comeBack(), 200)
    const [after] = await setsOf(session.path)
    expect(after.length).toBe(Math.max(1, Math.round(before.length / 2)))
    expect(after[0].reps).toBeLessThan(before[0].reps)
  })

  test('refuses when there was no break', async () => {
    expect(problemOf(await comeBack())).toEqual(['409 CONFLICT'])
    await performed(api, ada, { on: day(-13) }, pushUps())
    expect(problemOf(await comeBack())).toEqual(['409 CONFLICT'])
  })

  test('needs the scope to write progress', async () => {
    const narrow = await api.athlete({ scopes: ['progress:read'] })
    expect(problemOf(await narrow.post('/me/return-plan'))).toEqual(['403 INSUFFICIENT_SCOPE'])
  })
})
