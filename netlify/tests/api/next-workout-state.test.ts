import { beforeEach, describe, expect, test } from 'vitest'
import { StoredInputs } from '#domain/coach/advice/stored-inputs.schema.js'
import { ruleBook } from '#domain/rules/rules-in-force.js'
import { nextWorkoutOf } from '#orchestration/workouts/support/present-advice.js'
import { readLibrary } from '#queries/read-library.js'
import { listShown } from '#queries/shown-recommendations.js'
import { type TestAthlete, testApi } from '#tests/support/api.js'
import { expectStatus, noon, today } from '#tests/support/session-api.js'
import { threeOf, trainOn } from '#tests/support/trained-days.js'

const api = await testApi()

beforeEach(() => api.setNow(noon))

type Item = { slot: string; rpeCap: number | null; sets: object[]; exercise: { slug: string } }
type Reason = { ruleId: string }

async function strong(fields: { consents?: boolean } = {}): Promise<TestAthlete> {
  const athlete = await api.athlete(fields)
  expectStatus(await athlete.post('/me/levels/assessment', { levels: { Push: 3, Pull: 3, Squat: 3 } }), 200)
  const equipment = ['pull-up-bar', 'rings', 'parallel-bars', 'wall', 'chair', 'box', 'low-bar']
  expectStatus(await athlete.patch('/me', { equipment }), 200)
  return athlete
}

const slotsOf = (body: { exercises: Item[] }) => body.exercises.map(({ slot }) => slot).sort()
const worn = { sleep: 3, fatigue: 3, stress: 3, soreness: 2 }

describe('readiness and pain of a check-in', () => {
  test('make a day of recovery of a red one, whatever time there is', async () => {
    const athlete = await strong()
    const checkIn = { ...worn, pain: 7, painSite: 'shoulder' }
    expectStatus(await athlete.post('/me/check-ins', checkIn), 201)
    expect((await athlete.get('/me/readiness')).body.band).toBe('red')
    const { body } = await athlete.get('/me/next-workout?exercisesPerCategory=4&minutes=90')
    expect(body).toMatchObject({ kind: 'recovery', exercises: [] })
    expect(body.rules.map(({ ruleId }: Reason) => ruleId)).toContain('ready.red')
    expect(body.warmUp.map(({ kind }: { kind: string }) => kind)).toContain('mobility')
    expect(body.blocked).toMatchObject([{ site: 'shoulder', pain: 7, slots: ['hpush', 'vpush', 'vpull', 'skill'] }])
    const forced = await athlete.get('/me/next-workout?force=true')
    expect(forced.body.kind).toBe('recovery')
  })

  test('leave nothing pressed and nothing hung while the shoulder hurts, and cap the effort of what is eased', async () => {
    const athlete = await strong()
    await trainOn(api, athlete, '2026-11-19', {
      exercise: 'push-up',
      sets: [{ reps: 8, rpe: 7, pain: 7, painSite: 'shoulder' }],
    })
    api.setNow(noon)
    const { body } = await athlete.get('/me/next-workout?minutes=60')
    expect(slotsOf(body)).toEqual(['core', 'hinge', 'hpull', 'squat'])
    const row = body.exercises.find(({ slot }: Item) => slot === 'hpull')
    expect(row.rpeCap).toBe(7)
    expect(body.missing.map(({ key }: { key: string }) => key)).toEqual(
      expect.arrayContaining(['hpush', 'vpush', 'vpull']),
    )
  })

  test('take a set less of each exercise on an amber day', async () => {
    const [fresh, tired] = [await strong(), await strong()]
    expectStatus(await tired.post('/me/check-ins', { sleep: 4, fatigue: 3, stress: 4, soreness: 3 }), 201)
    expect((await tired.get('/me/readiness')).body.band).toBe('amber')
    const setsOf = async (athlete: TestAthlete) =>
      (await athlete.get('/me/next-workout')).body.exercises.flatMap(({ sets }: Item) => sets).length
    expect(await setsOf(tired)).toBeLessThan(await setsOf(fresh))
  })

  test('change nothing without the consent to the use of health data', async () => {
    const athlete = await strong()
    expectStatus(await athlete.post('/me/check-ins', { ...worn, pain: 7, painSite: 'shoulder' }), 201)
    const kept = async () => (await athlete.get(`/me/recommendations?date=${today}`)).body.shown
    expectStatus(await athlete.get('/me/next-workout'), 200)
    expectStatus(await athlete.put('/me/consents/health-data', { given: false }), 200)
    expect(await kept()).toMatchObject([{ answer: null }])
    const { body } = await athlete.get('/me/next-workout')
    expect(body).toMatchObject({ kind: 'train', blocked: [] })
    expect((await kept()).at(-1)).toMatchObject({ answer: { kind: 'train' } })
  })
})

describe('an easier week', () => {
  test('applies by itself when it is due, and not once it is declined', async () => {
    const athlete = await strong()
    for (const date of ['2026-11-18', '2026-11-19', '2026-11-20']) {
      expectStatus(await athlete.post('/me/check-ins', { date, sleep: 2, fatigue: 2, stress: 2, soreness: 2 }), 201)
    }
    expectStatus(await athlete.post('/me/check-ins', { sleep: 4, fatigue: 2, stress: 2, soreness: 2 }), 201)
    const easier = async () => (await athlete.get('/me/next-workout?force=true')).body.easierWeek
    expect(await easier()).toMatchObject({ begun: false, triggers: ['low_readiness'] })
    expect(expectStatus(await athlete.post('/me/deload/decline'), 200).body).toMatchObject({
      startsOn: today,
      endsOn: '2026-11-28',
    })
    expect(await easier()).toBeNull()
    expect((await athlete.get('/me/deload')).body).toMatchObject({ due: false, declinedUntil: '2026-11-28' })
    expectStatus(await athlete.post('/me/deload/decline'), 409)
  })
})

test('what was shown can be said again, byte for byte, from what was stored, by the rules of its version', async () => {
  const athlete = await strong()
  for (const date of ['2026-11-16', '2026-11-18', '2026-11-20']) {
    await trainOn(
      api,
      athlete,
      date,
      { exercise: 'diamond-push-up', sets: threeOf(9, { rpe: 8 }) },
      { exercise: 'chin-up', sets: threeOf(6, { rpe: 8 }) },
    )
  }
  api.setNow(noon)
  for (const question of ['', '?minutes=20', '?equipment=none&minutes=60', '?categories=Push,Pull']) {
    expectStatus(await athlete.get(`/me/next-workout${question}`), 200)
  }
  const database = api.db.athlete(athlete.id)
  const shown = await database.query(listShown({ userId: athlete.id, date: today, limit: 50 }))
  const { library } = await database.query(readLibrary())
  expect(shown).toHaveLength(4)
  for (const { inputs, answer, rulesVersion } of shown) {
    const { seed, placeId } = JSON.parse(answer)
    const again = nextWorkoutOf(
      StoredInputs.parse(JSON.parse(inputs)),
      { seed, placeId },
      library,
      ruleBook.version(rulesVersion),
    )
    expect(JSON.stringify(again)).toBe(answer)
  }
})

test('no request of this file caused an error of the server', () => expect(api.failures).toEqual([]))
