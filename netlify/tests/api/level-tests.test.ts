import { describe, expect, test } from 'vitest'
import { type TestAthlete, testApi } from '#tests/support/api.js'
import { differencesOf } from '#tests/support/derived.js'
import { expectStatus, problemOf } from '#tests/support/session-api.js'
import { eventTypesOf, threeOf, trainOn } from '#tests/support/trained-days.js'

const api = await testApi()
const reps = (...amounts: number[]) => amounts.map((amount) => ({ reps: amount }))
const days = ['2026-11-10', '2026-11-12', '2026-11-14', '2026-11-16']

/**
 * Makes an athlete at level 1 of Push, with three of its exercises mastered and the strength of the
 * next level.
 */
async function ready(): Promise<TestAthlete> {
  api.setNow('2026-11-09T12:00:00.000Z')
  const athlete = await api.athlete()
  expectStatus(await athlete.post('/me/levels/assessment', { levels: { Push: 1 } }), 200)
  for (const date of days) {
    await trainOn(
      api,
      athlete,
      date,
      { exercise: 'knee-push-up', sets: threeOf(30, { rpe: 8 }), planned: threeOf(12) },
      { exercise: 'shallow-pike-push-up', sets: threeOf(20, { rpe: 8 }), planned: threeOf(8) },
      { exercise: 'negative-push-up', sets: threeOf(12, { rpe: 8 }), planned: threeOf(5) },
    )
  }
  return athlete
}

describe('GET /me/levels/{category}/estimate', () => {
  test('gives the estimate with its uncertainty, and no suggestion for an athlete who never trained', async () => {
    const athlete = await api.athlete()
    const { body } = expectStatus(await athlete.get('/me/levels/Push/estimate'), 200)
    expect(body).toMatchObject({
      category: 'Push',
      level: 0,
      ability: { mean: 1 },
      estimatedLevel: 0,
      observedOn: null,
      sessionsCount: 0,
      suggestion: null,
      rulesVersion: '2026.2',
    })
    expect(body.probabilities.map(({ level }: { level: number }) => level)).toEqual([1, 2, 3, 4, 5])
    expect(api.requests.at(-1)?.roundTrips).toBe(1)
  })

  test('ages the ability to today, and suggests the test with its reason', async () => {
    const athlete = await ready()
    const { body: now } = expectStatus(await athlete.get('/me/levels/Push/estimate'), 200)
    expect(now).toMatchObject({ level: 1, observedOn: '2026-11-16', sessionsCount: 4 })
    expect(now.suggestion).toMatchObject({
      suggestion: 'test',
      ruleId: 'level.test',
      inputs: { level: 1, mastered: 4 },
      thresholds: { abilityProbabilityMin: 0.8 },
    })
    api.setNow('2026-12-16T18:00:00.000Z')
    const { body: later } = expectStatus(await athlete.get('/me/levels/Push/estimate'), 200)
    expect(later.ability.mean).toBeCloseTo(now.ability.mean - 0.006 * 16, 1)
    const width = ({ ability }: typeof now) => ability.interval90[1] - ability.interval90[0]
    expect(width(later)).toBeGreaterThan(width(now))
  })

  test('refuses an unknown category', async () => {
    const athlete = await api.athlete()
    expect(problemOf(await athlete.get('/me/levels/Legs/estimate'))).toEqual([
      '400 MALFORMED_REQUEST',
      'category VALUE',
    ])
  })

  test('needs a token and the scope to read levels', async () => {
    expectStatus(await api.visitor.get('/me/levels/Push/estimate'), 401)
    const other = await api.athlete({ scopes: ['progress:read'] })
    expectStatus(await other.get('/me/levels/Push/estimate'), 403)
  })
})

describe('GET /me/levels/{category}/test', () => {
  test('gives every gate with its inputs, and the exercise that the equipment allows', async () => {
    const athlete = await ready()
    const { body } = expectStatus(await athlete.get('/me/levels/Push/test'), 200)
    expect(body).toMatchObject({
      eligible: true,
      available: 4,
      mastered: 4,
      requiredMastered: 3,
      entryDifficulty: 2,
      testExercise: { exercise: { slug: 'push-up' }, metric: 'reps', sets: reps(10, 10, 10) },
      nextTestOn: null,
    })
    type Gate = { gate: string; passed: boolean; ruleId: string; explanation: string }
    expect(body.gates.map(({ gate, passed, ruleId }: Gate) => `${ruleId} ${gate} ${passed}`)).toEqual([
      'levelUp.coverage coverage true',
      'levelUp.ability ability true',
      'levelUp.safety safety true',
      'levelUp.recency recency true',
      'levelUp.cooldown cooldown true',
      'levelUp.max_level max_level true',
    ])
    expect(body.gates.every(({ explanation }: Gate) => explanation.endsWith('.'))).toBe(true)
    expect(api.requests.at(-1)?.roundTrips).toBe(1)
  })

  test('counts more exercises of the level when the athlete has more equipment', async () => {
    const athlete = await api.athlete()
    const before = expectStatus(await athlete.get('/me/levels/Pull/test'), 200).body
    expectStatus(await athlete.patch('/me', { equipment: ['pull-up-bar', 'low-bar', 'doorframe', 'towel'] }), 200)
    const after = expectStatus(await athlete.get('/me/levels/Pull/test'), 200).body
    expect(after.available).toBeGreaterThan(before.available)
  })
})

describe('POST /me/levels/{category}/test', () => {
  test('raises the level on a pass, in everything that is read afterwards', async () => {
    const athlete = await ready()
    const id = '0198c0de-7a11-7000-8000-0000000000e1'
    const { body } = expectStatus(
      await athlete.post('/me/levels/Push/test', { id, actual: reps(10, 10, 11), rpeLast: 8.5, pain: 1 }),
      200,
    )
    expect(body).toMatchObject({
      id,
      on: '2026-11-16',
      exercise: { slug: 'push-up' },
      result: 'pass',
      shortfalls: [],
      ruleId: 'levelUp.test',
      inputs: { actual: reps(10, 10, 11), standard: reps(10, 10, 10), rpeLast: 8.5, pain: 1 },
      thresholds: { rpeMax: 9, painMax: 3 },
      levelBefore: 1,
      level: 2,
      nextTestOn: '2026-11-23',
    })
    expect(api.requests.at(-1)?.roundTrips).toBe(2)
    const { body: levels } = expectStatus(await athlete.get('/me/levels'), 200)
    expect(levels.data.find(({ category }: { category: string }) => category === 'Push')).toMatchObject({ level: 2 })
    expect((await athlete.get('/me/levels/Push/estimate')).body.level).toBe(2)
    expect((await eventTypesOf(api, athlete)).slice(-2)).toEqual(['level.tested', 'level.achieved'])
    const stored = await api.db.rows(
      'select passed, from_level, actual_sets, rpe_last from level_tests where id = $1',
      [id],
    )
    expect(stored).toMatchObject([{ passed: true, from_level: 1, actual_sets: reps(10, 10, 11) }])
  })

  test('is of today though a session of tomorrow is completed, so that what is done today counts', async () => {
    const athlete = await ready()
    await trainOn(api, athlete, '2026-11-17', { exercise: 'knee-push-up', sets: threeOf(12), planned: threeOf(12) })
    api.setNow('2026-11-16T20:00:00.000Z')
    const { body } = expectStatus(
      await athlete.post('/me/levels/Push/test', { actual: reps(10, 10, 10), rpeLast: 8, pain: 0 }),
      200,
    )
    expect(body).toMatchObject({ result: 'pass', on: '2026-11-16', level: 2 })
    expect(await differencesOf(api, athlete)).toEqual([])
  })

  test('keeps the level on a fail, says what fell short, and starts the cooldown', async () => {
    const athlete = await ready()
    const failed = { actual: reps(10, 9, 8), rpeLast: 10 }
    const { body } = expectStatus(await athlete.post('/me/levels/Push/test', failed), 200)
    expect(body).toMatchObject({ result: 'fail', shortfalls: ['amount', 'effort'], levelBefore: 1, level: 1 })
    expect(body.explanation).toBe('Not passed: you did 10, 9, 8 of 10, 10, 10; the last set at RPE 10 was above 9.')
    expect((await eventTypesOf(api, athlete)).at(-1)).toBe('level.tested')
    expect(problemOf(await athlete.post('/me/levels/Push/test', failed))).toEqual(['409 TEST_BARRED', ' COOLDOWN'])
    expect((await athlete.get('/me/levels/Push/test')).body).toMatchObject({
      eligible: false,
      nextTestOn: '2026-11-23',
    })
    api.setNow('2026-11-23T08:00:00.000Z')
    expect((await athlete.get('/me/levels/Push/test')).body).toMatchObject({ eligible: true })
  })

  test('checks only safety and cooldown for a placement', async () => {
    const athlete = await api.athlete()
    const { body: offer } = expectStatus(await athlete.get('/me/levels/Squat/test?placement=true'), 200)
    expect(offer).toMatchObject({ eligible: true, placement: true })
    const answer = await athlete.post('/me/levels/Squat/test', { actual: offer.testExercise.sets, placement: true })
    expect(expectStatus(answer, 200).body).toMatchObject({ result: 'pass', level: 1, placement: true })
  })

  test('records one test when the request is repeated under one idempotency key', async () => {
    const athlete = await ready()
    const again = () =>
      athlete.post('/me/levels/Push/test', { actual: reps(10, 10, 10) }, { headers: { 'idempotency-key': 'test-1' } })
    const [first, second] = [expectStatus(await again(), 200), expectStatus(await again(), 200)]
    expect(second.body).toEqual(first.body)
    expect(second.headers.get('idempotent-replayed')).toBe('true')
    expect(await api.db.rows('select 1 from level_tests where user_id = $1', [athlete.id])).toHaveLength(1)
  })

  test('judges only one of two tests sent at once', async () => {
    const athlete = await ready()
    const failed = { actual: reps(1, 1, 1) }
    const answers = await Promise.all([1, 2].map(() => athlete.post('/me/levels/Push/test', failed)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  })

  test('refuses a barred test, with a fault for every gate', async () => {
    const athlete = await api.athlete()
    const barred = await athlete.post('/me/levels/Push/test', { actual: reps(10, 10, 10) })
    expect(problemOf(barred)).toEqual(['409 TEST_BARRED', ' COVERAGE', ' ABILITY', ' RECENCY'])
    expect(barred.body.errors[0].detail).toContain('0 count as mastered')
    expect(await api.db.rows('select 1 from level_tests where user_id = $1', [athlete.id])).toEqual([])
  })

  test('refuses a test after strong pain in its category, and not after pain in another', async () => {
    const athlete = await ready()
    await trainOn(api, athlete, '2026-11-18', { exercise: 'glute-bridge', sets: threeOf(10, { pain: 8 }) })
    expect((await athlete.get('/me/levels/Push/test')).body.eligible).toBe(true)
    await trainOn(api, athlete, '2026-11-19', {
      exercise: 'knee-push-up',
      sets: threeOf(10, { pain: 7, painSite: 'shoulder' }),
    })
    const barred = await athlete.post('/me/levels/Push/test', { actual: reps(10, 10, 10) })
    expect(problemOf(barred)).toContain(' SAFETY')
  })

  test('refuses a hold for an exercise that is counted in reps', async () => {
    const athlete = await ready()
    expect(problemOf(await athlete.post('/me/levels/Push/test', { actual: [{ duration: 30 }] }))).toEqual([
      '422 METRIC_MISMATCH',
      '/actual METRIC_MISMATCH',
    ])
  })

  test('refuses a body with several faults, and names them all', async () => {
    const athlete = await api.athlete()
    expect(
      problemOf(await athlete.post('/me/levels/Push/test', { actual: [], rpeLast: 11, pain: -1, level: 5 })),
    ).toEqual(['422 INVALID_INPUT', '/actual TOO_SMALL', '/rpeLast TOO_BIG', '/pain TOO_SMALL', '/level UNKNOWN_FIELD'])
  })

  test('refuses an id that another athlete has used', async () => {
    const id = '0198c0de-7a11-7000-8000-0000000000e2'
    const body = (actual: object[]) => ({ id, actual, placement: true })
    const [ada, eve] = [await api.athlete(), await api.athlete()]
    const { sets } = (await ada.get('/me/levels/Squat/test')).body.testExercise
    expectStatus(await ada.post('/me/levels/Squat/test', body(sets)), 200)
    expect(problemOf(await eve.post('/me/levels/Squat/test', body(sets)))).toEqual(['409 ID_TAKEN'])
  })

  test('needs the scope to change levels', async () => {
    const reader = await api.athlete({ scopes: ['levels:read'] })
    expectStatus(await reader.post('/me/levels/Push/test', { actual: reps(1) }), 403)
  })
})

test('no request of this file caused an error of the server', () => expect(api.failures).toEqual([]))
