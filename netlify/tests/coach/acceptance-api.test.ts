import { beforeEach, describe, expect, it, test } from 'vitest'
import { coachExercise } from '#local/vectors/coach-library.js'
import { type TestAthlete, testApi } from '#tests/support/api.js'
import { expectStatus, noon, today } from '#tests/support/session-api.js'
import { threeOf, trainOn } from '#tests/support/trained-days.js'

/** Rows 5 to 8 of what the coach has to meet (`acceptance.test.ts`), asked of the API. */

const api = await testApi()

beforeEach(() => api.setNow(noon))

type Item = { readonly slot: string; readonly exercise: { readonly slug: string; readonly category: string } }
type Reason = { readonly ruleId: string }

const equipment = ['pull-up-bar', 'rings', 'parallel-bars', 'wall', 'chair', 'box', 'low-bar']

/** An athlete who trains three days a week, in the middle of the library. */
async function placed(): Promise<TestAthlete> {
  const athlete = await api.athlete()
  expectStatus(await athlete.post('/me/levels/assessment', { levels: { Push: 3, Pull: 3, Squat: 3 } }), 200)
  expectStatus(await athlete.patch('/me', { equipment, daysPerWeek: 3 }), 200)
  return athlete
}

async function nextWorkout(athlete: TestAthlete, query = '') {
  return expectStatus(await athlete.get(`/me/next-workout${query}`), 200).body
}

const rulesOf = ({ rules }: { rules: Reason[] }) => rules.map(({ ruleId }) => ruleId)
const pushUps = { exercise: 'push-up', sets: threeOf(7) }

describe('row 5: shoulder 7 in a check-in, then next-workout', () => {
  /** What presses or hangs, or loads a raised or a straight arm. */
  const barred = {
    slots: ['hpush', 'vpush', 'vpull', 'skill'],
    tags: ['power', 'hang', 'support', 'overhead-load', 'handstand-chain', 'dip-chain'],
  }
  const asked = async () => {
    const athlete = await placed()
    const checkIn = { sleep: 5, fatigue: 5, stress: 5, soreness: 5, pain: 7, painSite: 'shoulder' }
    expectStatus(await athlete.post('/me/check-ins', checkIn), 201)
    return nextWorkout(athlete, '?minutes=60')
  }

  it('has nothing pressed or hung, not even to warm up, and trains the rest', async () => {
    const { kind, exercises, warmUp } = await asked()
    expect([kind, ...exercises.map(({ slot }: Item) => slot)]).toEqual(['train', 'hpull', 'squat', 'hinge', 'core'])
    const slugs = [...exercises, ...warmUp].flatMap(({ exercise }: Partial<Item>) => exercise?.slug ?? [])
    const pressedOrHung = slugs.map(coachExercise).filter(({ slot, tags }) => {
      return barred.slots.includes(slot) || tags.some((tag) => barred.tags.includes(tag))
    })
    expect(pressedOrHung.map(({ slug }) => slug)).toEqual([])
  })

  it('names site and rule in `blocked`, and says of each slot that it is missing because of it', async () => {
    const { blocked, missing } = await asked()
    expect(blocked).toMatchObject([
      { site: 'shoulder', pain: 7, on: today, slots: barred.slots, thresholds: { 'pain.bars': 4, 'pain.eases': 4 } },
    ])
    for (const key of ['hpush', 'vpush', 'vpull']) {
      const reason = { ruleId: 'slot.nothing_fits', inputs: { sites: ['shoulder'] } }
      expect(missing).toContainEqual(expect.objectContaining({ key, reason: expect.objectContaining(reason) }))
    }
  })
})

describe('row 6: what a day is for', () => {
  test('red readiness: recovery', async () => {
    const athlete = await placed()
    expectStatus(await athlete.post('/me/check-ins', { sleep: 1, fatigue: 1, stress: 1, soreness: 1 }), 201)
    const body = await nextWorkout(athlete)
    expect(body).toMatchObject({ kind: 'recovery', exercises: [] })
    expect(rulesOf(body)).toEqual(['ready.red'])
  })

  test('a session finished today: done_today', async () => {
    const athlete = await placed()
    await trainOn(api, athlete, today, pushUps)
    const body = await nextWorkout(athlete)
    expect(body).toMatchObject({ kind: 'done_today', exercises: [] })
    expect(rulesOf(body)).toEqual(['day.done'])
  })

  test('a planned session today: planned', async () => {
    const athlete = await placed()
    const { body: session } = expectStatus(await athlete.post('/me/next-workout/accept', {}), 201)
    const body = await nextWorkout(athlete)
    expect(body).toMatchObject({ kind: 'planned', plannedSessions: [session.id], exercises: [] })
    expect(rulesOf(body)).toEqual(['day.planned_session'])
  })

  test('the third session of a 3-day week yesterday: rest', async () => {
    const athlete = await placed()
    for (const date of ['2026-11-17', '2026-11-19', '2026-11-21']) await trainOn(api, athlete, date, pushUps)
    api.setNow(noon)
    const body = await nextWorkout(athlete)
    expect(body).toMatchObject({ kind: 'rest', exercises: [] })
    expect(rulesOf(body)).toEqual(['day.week_full'])
  })
})

test.each([10, 20, 45, 90])(
  'row 7: `minutes` %i: the total within the time; push, pull and legs in each',
  async (minutes) => {
    const { totalMinutes, exercises } = await nextWorkout(await placed(), `?minutes=${minutes}`)
    expect(totalMinutes).toBeLessThanOrEqual(minutes)
    const categories = new Set(exercises.map(({ exercise }: Item) => exercise.category))
    expect(categories).toEqual(new Set(['Push', 'Pull', 'Squat']))
  },
)

test('row 8: the same athlete on the same day, twice: the same bytes', async () => {
  const athlete = await placed()
  const headers = { authorization: `Bearer ${athlete.token}` }
  const asked = async () => {
    const answer = await api.fetch('/me/next-workout?minutes=50&exercisesPerCategory=3', { headers })
    return { etag: answer.headers.get('etag'), bytes: await answer.text() }
  }
  const first = await asked()
  api.setNow(`${today}T21:45:00.000Z`)
  expect(await asked()).toEqual(first)
  expect(first.bytes).toContain('"kind":"train"')
})

test('no request of this file caused an error of the server', () => expect(api.failures).toEqual([]))
