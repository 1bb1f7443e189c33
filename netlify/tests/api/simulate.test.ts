import { beforeEach, describe, expect, test } from 'vitest'
import { testApi } from '#tests/support/api.js'
import { expectStatus, noon, problemOf, rowsOf } from '#tests/support/session-api.js'
import { threeOf, trainOn } from '#tests/support/trained-days.js'

const api = await testApi()

beforeEach(() => api.setNow(noon))

const reps = (...amounts: number[]) => amounts.map((amount) => ({ reps: amount }))
const standard = reps(8, 8, 8)

type Decision = { decision: string; reason: string; ruleId: string; workingAfter: object[]; explanation: string }
const toldOf = ({ decisions }: { decisions: Decision[] }) =>
  decisions.map(({ decision, reason, workingAfter }) => `${decision}/${reason} ${JSON.stringify(workingAfter)}`)

describe('POST /progression/simulate', () => {
  test.each([
    ['progress', { working: reps(5, 5, 5) }, { sets: reps(5, 5, 5), rpeLast: 8 }, 'progress/target_met', reps(6, 6, 6)],
    [
      'progress by one set',
      { working: reps(6, 6, 6) },
      { sets: reps(6, 6, 6), rpeLast: 9 },
      'progress/target_met',
      reps(7, 6, 6),
    ],
    [
      'two sessions over the target',
      { working: reps(6, 6, 6), overStreak: 1 },
      { sets: reps(6, 6, 8), rpeLast: 8.5 },
      'progress/two_for_two',
      standard,
    ],
    [
      'a third miss',
      { working: reps(7, 7, 7), failStreak: 2 },
      { sets: reps(7, 6, 5), rpeLast: 10 },
      'regress/repeated_miss',
      reps(6, 6, 6),
    ],
    [
      'a third miss at the start values',
      { working: reps(5, 5, 5), failStreak: 2 },
      { sets: reps(5, 5, 4), rpeLast: 10 },
      'swap_down/floor_reached',
      reps(5, 5, 5),
    ],
    [
      'mastery',
      { working: standard, masteryCount: 1 },
      { sets: reps(9, 8, 8) },
      'mastered/default_met_twice',
      standard,
    ],
    [
      'pain',
      { working: reps(8, 8, 7) },
      { sets: reps(8, 8, 7), rpeLast: 7, pain: 7 },
      'regress/pain_stop',
      reps(5, 5, 5),
    ],
    ['assistance', { working: reps(6, 6, 6) }, { sets: reps(6, 6, 6), assisted: true }, 'hold/assisted', reps(6, 6, 6)],
  ])('decides the worked example of %s', async (_, state, session, decided, after) => {
    const athlete = await api.athlete()
    const body = { exercise: 'push-up', standard, state, sessions: [session] }
    const answer = expectStatus(await athlete.post('/progression/simulate', body), 200)
    expect(toldOf(answer.body)).toEqual([`${decided} ${JSON.stringify(after)}`])
  })

  test('makes a decision for each session with its reason, and stores nothing', async () => {
    const athlete = await api.athlete()
    const sessions = [5, 6, 7, 8, 8].map((amount) => ({ sets: reps(amount, amount, amount), rpeLast: 8 }))
    const before = await rowsOf(api, athlete)
    const { body } = expectStatus(
      await athlete.post('/progression/simulate', { exercise: 'push-up', standard, sessions }),
      200,
    )
    expect(toldOf(body).map((text) => text.split(' ')[0])).toEqual([
      'progress/target_met',
      'progress/target_met',
      'progress/target_met',
      'consolidate/default_met_once',
      'mastered/default_met_twice',
    ])
    expect(body.decisions[0]).toMatchObject({
      session: 1,
      on: '2026-11-22',
      ruleId: 'progression.target_met',
      rulesVersion: '2026.2',
      inputs: { actual: [5, 5, 5], rpeLast: 8, pain: 0, defaults: [8, 8, 8] },
      thresholds: { twoStepsRpeMax: 6.5, oneStepRpeMax: 8 },
      workingBefore: reps(5, 5, 5),
      explanation: 'You met 5, 5, 5 reps, so next time it is 6, 6, 6 reps.',
      state: { working: reps(6, 6, 6), mastered: false },
    })
    expect(body.decisions[4].state).toMatchObject({ mastered: true, masteryCount: 2 })
    expect(await rowsOf(api, athlete)).toEqual(before)
    expect(api.requests.at(-1)?.roundTrips).toBe(1)
  })

  test('continues from the stored state, and decides as the training log then does', async () => {
    const athlete = await api.athlete()
    const done = { exercise: 'push-up', sets: threeOf(7, { rpe: 8 }), planned: threeOf(7) }
    await trainOn(api, athlete, '2026-11-20', done)
    const next = { exercise: 'push-up', sets: threeOf(8, { rpe: 9 }), planned: threeOf(8) }
    const what = { exercise: 'push-up', sessions: [{ date: '2026-11-22', sets: threeOf(8), rpeLast: 9 }] }
    const { body } = expectStatus(await athlete.post('/progression/simulate', what), 200)
    expect(body.decisions[0].workingBefore).toEqual(threeOf(8))
    const completed = await trainOn(api, athlete, '2026-11-22', next)
    expect(completed.decisions[0]).toMatchObject({
      decision: body.decisions[0].decision,
      workingAfter: body.decisions[0].workingAfter,
    })
  })

  test('lowers the targets after a break between two sessions', async () => {
    const athlete = await api.athlete()
    const { body } = expectStatus(
      await athlete.post('/progression/simulate', {
        exercise: 'push-up',
        state: { working: reps(10, 10, 10) },
        sessions: [
          { date: '2026-11-01', sets: reps(10, 10, 10) },
          { date: '2026-12-01', sets: reps(7, 7, 7) },
        ],
      }),
      200,
    )
    expect(body.decisions[1].workingBefore).toEqual(reps(7, 7, 7))
  })

  const simulate = async (sessions: object[]) =>
    (await api.athlete()).post('/progression/simulate', { exercise: 'push-up', sessions })

  test('refuses a thousand sets', async () => {
    const thousand = Array.from({ length: 1000 }, () => ({ reps: 5 }))
    expect(problemOf(await simulate([{ sets: thousand }]))).toEqual(['422 INVALID_INPUT', '/sessions/0/sets TOO_BIG'])
  })

  test('refuses more than a hundred sessions', async () => {
    const many = Array.from({ length: 101 }, () => ({ sets: reps(5) }))
    expect(problemOf(await simulate(many))).toEqual(['422 INVALID_INPUT', '/sessions TOO_BIG'])
  })

  test('refuses no sessions', async () => {
    expect(problemOf(await simulate([]))).toEqual(['422 INVALID_INPUT', '/sessions TOO_SMALL'])
  })

  test('accepts a hundred sessions of twenty sets', async () => {
    const most = Array.from({ length: 100 }, () => ({ sets: Array.from({ length: 20 }, () => ({ reps: 5 })) }))
    expect(expectStatus(await simulate(most), 200).body.decisions).toHaveLength(100)
  })

  test('refuses seconds for an exercise that is counted in reps, and points to each place', async () => {
    const athlete = await api.athlete()
    const hold = [{ duration: 30 }]
    const body = { exercise: 'push-up', standard: hold, state: { working: hold }, sessions: [{ sets: hold }] }
    expect(problemOf(await athlete.post('/progression/simulate', body))).toEqual([
      '422 METRIC_MISMATCH',
      '/standard METRIC_MISMATCH',
      '/state/working METRIC_MISMATCH',
      '/sessions/0/sets METRIC_MISMATCH',
    ])
    const mixed = { exercise: 'push-up', sessions: [{ sets: [...hold, { reps: 5 }] }] }
    expect(problemOf(await athlete.post('/progression/simulate', mixed))).toEqual([
      '422 INVALID_INPUT',
      '/sessions/0/sets METRIC_MISMATCH',
    ])
  })

  test('refuses sessions out of order', async () => {
    const athlete = await api.athlete()
    const dates = ['2026-11-20', '2026-11-19'].map((date) => ({ date, sets: reps(5) }))
    expect(problemOf(await athlete.post('/progression/simulate', { exercise: 'push-up', sessions: dates }))).toEqual([
      '422 INVALID_INPUT',
      '/sessions/1/date OUT_OF_ORDER',
    ])
  })

  test('does not find an unknown exercise', async () => {
    const athlete = await api.athlete()
    const unknown = { exercise: 'moon-walk', sessions: [{ sets: reps(5) }] }
    expect(problemOf(await athlete.post('/progression/simulate', unknown))).toEqual(['404 EXERCISE_NOT_FOUND'])
  })

  test('refuses several faults, and names them all', async () => {
    const athlete = await api.athlete()
    const odd = { exercise: 'push-up', sessions: [{ sets: [{ reps: -1 }], rpeLast: 8.3, pain: 11 }] }
    expect(problemOf(await athlete.post('/progression/simulate', odd))).toEqual([
      '422 INVALID_INPUT',
      '/sessions/0/sets/0/reps TOO_SMALL',
      '/sessions/0/rpeLast FORMAT',
      '/sessions/0/pain TOO_BIG',
    ])
  })

  test('needs a token and the scope to read progress', async () => {
    const body = { exercise: 'push-up', sessions: [{ sets: reps(5) }] }
    expectStatus(await api.visitor.post('/progression/simulate', body), 401)
    const other = await api.athlete({ scopes: ['sessions:read'] })
    expectStatus(await other.post('/progression/simulate', body), 403)
  })
})

test('no request of this file caused an error of the server', () => expect(api.failures).toEqual([]))
