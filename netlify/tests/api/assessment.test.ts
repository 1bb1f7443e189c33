import { beforeAll, describe, expect, test } from 'vitest'
import { testApi } from '#tests/support/api.js'
import { differencesOf } from '#tests/support/derived.js'
import { expectStatus, log, noon, problemOf, start } from '#tests/support/session-api.js'
import { eventTypesOf, threeOf, trainOn } from '#tests/support/trained-days.js'

import { train } from '#tests/support/training-api.js'

const api = await testApi()

beforeAll(() => api.setNow(noon))

type Estimate = { category: string; level: number; ability: { mean: number } }
const toldOf = (estimates: Estimate[]) =>
  estimates.map(({ category, level, ability }) => `${category} ${level} ${ability.mean}`)

describe('GET /me/levels/assessment', () => {
  test('lists the benchmark exercises, with the level that each answer supports', async () => {
    const athlete = await api.athlete()
    const { body } = expectStatus(await athlete.get('/me/levels/assessment'), 200)
    type Question = { exercise: { slug: string }; question: string; thresholds: object[] }
    expect(body.questions.map(({ exercise }: Question) => exercise.slug)).toEqual([
      'push-up',
      'parallel-bar-dip',
      'horizontal-row',
      'pull-up',
      'bodyweight-squat',
      'pistol-squat',
    ])
    expect(body.questions[0]).toMatchObject({
      question: 'How many reps of Push-up can you do in one set, in good form?',
      thresholds: [
        { level: 1, atLeast: 4 },
        { level: 2, atLeast: 10 },
        { level: 3, atLeast: 28 },
      ],
    })
    expect(api.requests.at(-1)?.roundTrips).toBe(1)
  })
})

describe('POST /me/levels/assessment', () => {
  test('sets the levels, starts the estimates half a level above them, and appends events for both', async () => {
    const athlete = await api.athlete()
    const { body } = expectStatus(
      await athlete.post('/me/levels/assessment', { levels: { Push: 2, Pull: 1, Squat: 2 } }),
      200,
    )
    expect(toldOf(body.estimates)).toEqual(['Push 2 2.5', 'Pull 1 1.5', 'Squat 2 2.5'])
    expect(api.requests.at(-1)?.roundTrips).toBe(2)
    expect(await eventTypesOf(api, athlete)).toEqual(
      ['Push', 'Pull', 'Squat'].flatMap(() => ['level.assessed', 'level.setByHand']),
    )
    const { body: levels } = expectStatus(await athlete.get('/me/levels'), 200)
    expect(levels.data.map(({ level }: { level: number }) => level)).toEqual([2, 1, 2])
    expect((await athlete.get('/me/levels/Pull/estimate')).body).toEqual(body.estimates[1])
  })

  test('derives levels from answers, and prefers the levels that the athlete gives', async () => {
    const athlete = await api.athlete()
    const { body } = expectStatus(
      await athlete.post('/me/levels/assessment', {
        levels: { Squat: 3 },
        answers: [
          { exercise: 'push-up', max: 30 },
          { exercise: 'pull-up', max: 0 },
          { exercise: 'bodyweight-squat', max: 5 },
        ],
      }),
      200,
    )
    expect(toldOf(body.estimates)).toEqual(['Push 3 3.5', 'Pull 0 0.5', 'Squat 3 3.5'])
  })

  test('starts the estimate anew for an athlete who has trained already', async () => {
    const athlete = await api.athlete()
    await trainOn(api, athlete, '2026-11-20', { exercise: 'knee-push-up', sets: threeOf(12, { rpe: 8 }) })
    api.setNow(noon)
    const { body } = expectStatus(await athlete.post('/me/levels/assessment', { levels: { Push: 4 } }), 200)
    expect(body.estimates[0]).toMatchObject({ level: 4, ability: { mean: 4.5 }, sessionsCount: 1 })
  })

  test.each([
    ['an empty body', {}, ['422 INVALID_INPUT', ' REQUIRED']],
    ['an unknown level', { levels: { Push: 6 } }, ['422 INVALID_INPUT', '/levels/Push VALUE']],
    ['an unknown category', { levels: { Legs: 1 } }, ['422 INVALID_INPUT', '/levels/Legs UNKNOWN_FIELD', ' REQUIRED']],
    [
      'an answer about an exercise that was not asked about',
      { answers: [{ exercise: 'planche-lean', max: 3 }] },
      ['422 INVALID_INPUT', '/answers/0/exercise NOT_ASKED'],
    ],
    [
      'a negative maximum',
      { answers: [{ exercise: 'push-up', max: -1 }] },
      ['422 INVALID_INPUT', '/answers/0/max TOO_SMALL'],
    ],
  ])('rejects %s', async (_, body, problem) => {
    const athlete = await api.athlete()
    expect(problemOf(await athlete.post('/me/levels/assessment', body))).toEqual(problem)
    expect(await eventTypesOf(api, athlete)).toEqual([])
  })

  test('is of today though a session of tomorrow is completed after a flight, so that what is done today counts', async () => {
    const athlete = await api.athlete({ timeZone: 'America/Los_Angeles' })
    api.setNow('2026-11-27T01:24:00.000Z')
    // trained further east, before the flight over the date line
    expectStatus(await athlete.patch('/me', { timeZone: 'Pacific/Auckland' }), 200)
    const { path } = await start(athlete, { date: '2026-11-27', exercises: [{ exercise: 'push-up' }] })
    expectStatus(await athlete.patch('/me', { timeZone: 'America/Los_Angeles' }), 200)
    expectStatus(await athlete.post(`${path}/complete`, { withoutSets: true }), 200)
    const { body } = expectStatus(await athlete.post('/me/levels/assessment', { levels: { Push: 3 } }), 200)
    expect(body.estimates).toMatchObject([{ observedOn: '2026-11-26', ability: { mean: 3.5 } }])
    api.setNow('2026-11-27T02:24:00.000Z')
    const todays = await start(athlete, { date: '2026-11-26', exercises: [{ exercise: 'push-up' }] })
    for (const reps of [10, 8, 6]) await log(athlete, todays.exercises[0], { reps, rpe: 9.5 })
    expectStatus(await athlete.post(`${todays.path}/complete`), 200)
    const { body: estimate } = expectStatus(await athlete.get('/me/levels/Push/estimate'), 200)
    expect(estimate.ability.mean).toBeLessThan(3)
    expect(await differencesOf(api, athlete)).toEqual([])
  })

  test('that was far too high is taken back by what is logged, also without a rating', async () => {
    const athlete = await api.athlete()
    api.setNow('2026-11-16T12:00:00.000Z')
    expectStatus(await athlete.post('/me/levels/assessment', { levels: { Push: 5 } }), 200)
    for (const on of ['2026-11-17', '2026-11-19', '2026-11-21']) {
      const work = { exercise: 'incline-push-up', planned: [10, 10, 10], actual: [10, 9, 8] }
      await train(api, athlete, { on }, work)
    }
    const { body } = expectStatus(await athlete.get('/me/levels/Push/estimate'), 200)
    expect(body.ability.mean).toBeLessThan(2.5)
  })

  test('needs a token and the scope to change levels', async () => {
    const reader = await api.athlete({ scopes: ['levels:read'] })
    expectStatus(await reader.post('/me/levels/assessment', { levels: { Push: 2 } }), 403)
    expectStatus(await api.visitor.get('/me/levels/assessment'), 401)
  })
})

describe('what an athlete told of an exercise', () => {
  const answers = (max: number) => [
    { exercise: 'push-up', max },
    { exercise: 'bodyweight-squat', max: 30 },
  ]
  type Planned = { slot: string; exercise: { slug: string }; sets: { reps: number }[] }
  const firstPush = async (assessment: object) => {
    const athlete = await api.athlete()
    expectStatus(await athlete.patch('/me', { equipment: ['pull-up-bar', 'rings', 'wall'] }), 200)
    expectStatus(await athlete.post('/me/levels/assessment', assessment), 200)
    const { body } = expectStatus(await athlete.get('/me/next-workout'), 200)
    const item = body.exercises.find(({ slot }: Planned) => slot === 'hpush')
    return {
      athlete,
      planned: `${item.exercise.slug} ${item.sets.map(({ reps }: { reps: number }) => reps).join(', ')}`,
    }
  }

  test('is kept with the assessment, and a rebuild finds the same', async () => {
    const { athlete } = await firstPush({ answers: answers(22) })
    const payloads = await api.db.rows<{ payload: object }>(
      "select payload from events where user_id = $1 and type = 'level.assessed' order by sequence",
      [athlete.id],
    )
    expect(payloads.map(({ payload }) => payload)).toMatchObject([
      { category: 'Push', level: 2, told: [{ max: 22, standard: 10, difficulty: 2 }] },
      { category: 'Squat', level: 1, told: [{ max: 30, standard: 15, difficulty: 1 }] },
    ])
    expect(await differencesOf(api, athlete)).toEqual([])
  })

  test('makes the first session as hard as somebody needs who does 22 push-ups', async () => {
    expect((await firstPush({ levels: { Push: 2, Squat: 2 } })).planned).toBe('push-up 10, 9, 9')
    expect((await firstPush({ answers: answers(22) })).planned).toBe('close-grip-push-up 7, 7, 6')
    expect((await firstPush({ answers: answers(12) })).planned).toBe('push-up 8, 7, 7')
  })

  test('never makes a first session of an impossible boast that its level would not have made', async () => {
    const { planned } = await firstPush({ levels: { Push: 3, Squat: 2 } })
    expect((await firstPush({ answers: answers(100) })).planned).toBe(planned)
    expect((await firstPush({ answers: answers(3600) })).planned).toBe(planned)
  })
})

test('no request of this file caused an error of the server', () => expect(api.failures).toEqual([]))
