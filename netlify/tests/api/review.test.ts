import { beforeEach, describe, expect, test } from 'vitest'
import { ruleBookOf } from '#domain/rules/rule-book.js'
import { rules2026v1 } from '#domain/rules/training-rules.js'
import { type Answered, type TestAthlete, testApi } from '#tests/support/api.js'
import { differencesOf } from '#tests/support/derived.js'
import { expectStatus, problemOf } from '#tests/support/session-api.js'
import { type Trained, train } from '#tests/support/training-api.js'

const api = await testApi()
const today = '2026-11-22'
let ada: TestAthlete

beforeEach(async () => {
  ada = await api.athlete()
  await api.db.rows(`update users set created_at = '2026-01-01' where id = $1`, [ada.id])
  api.setNow(`${today}T12:00:00.000Z`)
})

type Body = Answered['body']

const pushUps = (on: string, ...actual: number[]): Promise<Trained> =>
  train(api, ada, { on }, { exercise: 'push-up', planned: [10, 10, 10], actual, rpe: 8 })
/** The first session of an account, with 100 typed for 10. */
const mistyped = (on = today) => pushUps(on, 10, 100, 10)
const waiting = async (query = ''): Promise<Body> => expectStatus(await ada.get(`/me/review${query}`), 200).body
const take = ({ method, path }: { method: 'POST' | 'PATCH'; path: string }, body?: object) =>
  method === 'POST' ? ada.post(path, body) : ada.patch(path, body)

/** What an answer tells of all that could follow from the session. */
async function followed(goal: string) {
  const [records, estimate, goalNow] = await Promise.all(
    ['/me/records', '/me/levels/Push/estimate', `/me/goals/${goal}`].map((path) => ada.get(path)),
  )
  return {
    record: records?.body.data.find(({ kind }: Body) => kind === 'reps')?.value ?? null,
    level: estimate?.body.estimatedLevel,
    mean: estimate?.body.ability.mean,
    goal: goalNow?.body.status,
  }
}

const aimAt = async (target: number): Promise<string> =>
  expectStatus(await ada.post('/me/goals', { kind: 'reps', exercise: 'push-up', target }), 201).body.id

/** The best sets of this week, as a curve and session by session. */
async function bests() {
  const chart = expectStatus(await ada.get('/me/series?metric=best,reps&exercise=push-up&from=2026-11-16'), 200).body
  const { sessions } = expectStatus(await ada.get('/me/exercises/push-up/history'), 200).body
  const curve = Object.fromEntries(chart.series.map(({ metric, values }: Body) => [metric, values]))
  return { ...curve, bySession: sessions.map(({ best }: Body) => best) }
}

describe('GET /me/review', () => {
  test('is empty when nothing waits', async () => {
    await pushUps(today, 10, 10, 10)
    expect(await waiting()).toEqual({ data: [], page: { nextCursor: null, limit: 25 } })
  })

  test('lists what waits, with its sets, why, and both ways out, in one round trip', async () => {
    const { id, exercises, sets } = await mistyped()
    const { data } = await waiting()
    expect(api.requests.at(-1)).toMatchObject({ operation: 'progress.review', roundTrips: 1 })
    expect(data).toHaveLength(1)
    expect(data[0]).toMatchObject({
      sessionId: id,
      exercise: { slug: 'push-up' },
      on: today,
      why: 'You logged up to 100 reps, far above what was known of you: it raises no target and is no record, goal or level until you confirm or correct it.',
      confirm: { method: 'POST', path: `${exercises[0]}/confirm` },
    })
    expect(data[0].sets).toMatchObject(
      [10, 100, 10].map((reps, index) => ({ reps, correct: { method: 'PATCH', path: sets[0]?.[index] } })),
    )
  })

  test('lists the latest first, page by page', async () => {
    const older = await mistyped('2026-11-18')
    const newer = await pushUps('2026-11-20', 10, 120, 10)
    const first = await waiting('?limit=1')
    const second = await waiting(`?limit=1&cursor=${first.page.nextCursor}`)
    expect([first, second].map(({ data }) => data.map(({ sessionId }: Body) => sessionId))).toEqual([
      [newer.id],
      [older.id],
    ])
    expect(second.page.nextCursor).toBeNull()
  })

  test('shows the sets of every place at which an exercise was done, each with its own way', async () => {
    const push = (...actual: number[]) => ({ exercise: 'push-up', planned: actual.map(() => 10), actual })
    const { sets } = await train(api, ada, { on: today }, push(10, 10), push(100))
    const { data } = await waiting()
    expect(data).toHaveLength(1)
    expect(data[0].sets.map(({ correct }: Body) => correct.path)).toEqual(sets.flat())
  })

  test('says that the estimate alone waits by the first rules', async () => {
    const before = { ...ada, ...api.servedWith(ada, { ruleBook: ruleBookOf(rules2026v1) }) }
    const done = { exercise: 'push-up', planned: [8, 8, 8], rpe: 8 }
    for (const on of ['2026-11-10', '2026-11-12', '2026-11-14', '2026-11-16'])
      await train(api, before, { on }, { ...done, actual: [8, 8, 8] })
    await train(api, before, { on: '2026-11-18' }, { ...done, actual: [200, 8, 8] })
    expect((await waiting()).data.map(({ why }: Body) => why)).toEqual([
      'You logged up to 200 reps, far from what was known of you: the estimate of your ability leaves it out until you confirm or correct it.',
    ])
  })

  test("shows nobody another athlete's entries, and nothing without its scope", async () => {
    await mistyped()
    const other = await api.athlete()
    expect((await other.get('/me/review')).body.data).toEqual([])
    const reader = await api.athlete({ scopes: ['sessions:read'] })
    expect(problemOf(await reader.get('/me/review'))).toEqual(['403 INSUFFICIENT_SCOPE'])
  })
})

test('a hundred push-ups, confirmed session by session, say no more than they did at first', async () => {
  const days = ['2026-11-10', '2026-11-13', '2026-11-16', '2026-11-19', today]
  for (const on of days) {
    await train(api, ada, { on }, { exercise: 'push-up', actual: [100], rpe: 9 })
    for (const { confirm } of (await waiting()).data) expectStatus(await take(confirm), 200)
  }
  const { body } = expectStatus(await ada.get('/me/levels/Push/estimate'), 200)
  const [, , third, fourth] = body.probabilities.map(({ p }: Body) => p)
  expect(third).toBeGreaterThan(0.8)
  expect(fourth).toBeLessThan(0.2)
})

describe('100 typed for 10 in a new account', () => {
  test('is no record, goal, level or decision while it waits', async () => {
    const goal = await aimAt(50)
    const before = await followed(goal)
    const { completion } = await mistyped()
    expect(completion.decisions[0]).toMatchObject({ decision: 'hold', reason: 'held_for_review', heldForReview: true })
    expect(await followed(goal)).toEqual(before)
    expect(before).toMatchObject({ record: null, level: 0, mean: 1, goal: 'open' })
  })

  test('is all of that once it is confirmed, and waits no more', async () => {
    const goal = await aimAt(50)
    const { mean } = await followed(goal)
    await mistyped()
    const { data } = await waiting()
    expect(expectStatus(await take(data[0].confirm), 200).body).toMatchObject({ heldForReview: false })
    const after = await followed(goal)
    expect(after).toMatchObject({ record: 100, goal: 'reached' })
    expect(after.mean).toBeGreaterThan(mean)
    expect((await waiting()).data).toEqual([])
    expect(await differencesOf(api, ada)).toEqual([])
  })

  test('counts as the ten that it was once it is corrected, and waits no more', async () => {
    const goal = await aimAt(50)
    const { path } = await mistyped()
    const [{ sets }] = (await waiting()).data
    expectStatus(await take(sets[1].correct, { reps: 10 }), 200)
    expect(await followed(goal)).toMatchObject({ record: 10, goal: 'open' })
    const [decision] = expectStatus(await ada.get(`${path}/decisions`), 200).body.data
    expect(decision).toMatchObject({ heldForReview: false, reason: 'default_met_once' })
    expect((await waiting()).data).toEqual([])
    expect(await differencesOf(api, ada)).toEqual([])
  })
})

describe('the best set', () => {
  test('is none of what waits, and is once it was confirmed', async () => {
    const { exercises } = await mistyped()
    expect(await bests()).toEqual({ best: [null], reps: [120], bySession: [0] })
    expectStatus(await ada.post(`${exercises[0]}/confirm`), 200)
    expect(await bests()).toEqual({ best: [100], reps: [120], bySession: [100] })
  })

  test('is the best of the sessions that do not wait', async () => {
    await pushUps('2026-11-17', 10, 10, 9)
    await pushUps(today, 10, 120, 10)
    expect(await bests()).toEqual({ best: [10], reps: [169], bySession: [10, 0] })
  })
})
