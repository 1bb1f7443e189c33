import { beforeEach, describe, expect, test } from 'vitest'
import { testApi } from '#tests/support/api.js'
import { expectStatus, noon, problemOf } from '#tests/support/session-api.js'
import { threeOf, trainOn } from '#tests/support/trained-days.js'

const api = await testApi()

beforeEach(() => api.setNow(noon))

type Step = {
  exercise: { slug: string; difficulty: number; level: number; category: string }
  mastered: boolean
  needed: boolean
  progress: number
}
const slugsOf = (steps: Step[]) => steps.map(({ exercise }) => exercise.slug)

describe('GET /me/path', () => {
  test('lists the shortest way that the equipment allows, each step after what it builds on', async () => {
    const athlete = await api.athlete()
    expectStatus(await athlete.patch('/me', { equipment: ['pull-up-bar', 'low-bar'] }), 200)
    const { body } = expectStatus(await athlete.get('/me/path?goal=pull-up'), 200)
    expect(slugsOf(body.steps)).toEqual([
      'dead-hang',
      'scapular-pull-up',
      'jumping-pull-up',
      'negative-pull-up',
      'pull-up',
    ])
    expect(body).toMatchObject({ masteredCount: 0, total: 5, goal: { slug: 'pull-up' }, next: { slug: 'dead-hang' } })
    expect(api.requests.at(-1)?.roundTrips).toBe(1)
  })

  test('goes by a band where there is one', async () => {
    const athlete = await api.athlete()
    expectStatus(await athlete.patch('/me', { equipment: ['pull-up-bar', 'band'] }), 200)
    const { body } = expectStatus(await athlete.get('/me/path?goal=pull-up'), 200)
    expect(slugsOf(body.steps)).toContain('band-assisted-pull-up')
  })

  test('gives the progress of each step, and what remains', async () => {
    const athlete = await api.athlete()
    expectStatus(await athlete.patch('/me', { equipment: ['pull-up-bar'] }), 200)
    const hang = { exercise: 'dead-hang', sets: [1, 2, 3].map(() => ({ duration: 60, rpe: 8 })) }
    await trainOn(api, athlete, '2026-11-18', hang)
    const once = expectStatus(await athlete.get('/me/path?goal=pull-up'), 200).body
    expect(once.steps[0]).toMatchObject({ exercise: { slug: 'dead-hang' }, mastered: false, masteryCount: 1 })
    expect(once.steps[0].progress).toBeCloseTo(0.9, 10)
    await trainOn(api, athlete, '2026-11-20', hang)
    const { body } = expectStatus(await athlete.get('/me/path?goal=pull-up'), 200)
    expect(body.steps[0]).toMatchObject({ mastered: true, needed: false, progress: 1 })
    expect(body.steps[1]).toMatchObject({ exercise: { slug: 'scapular-pull-up' }, mastered: false, counts: true })
    expect(slugsOf(body.steps.filter(({ needed }: Step) => needed))).toEqual([
      'jumping-pull-up',
      'negative-pull-up',
      'pull-up',
    ])
    expect(body).toMatchObject({ masteredCount: 2, total: 5, next: { slug: 'jumping-pull-up' } })
  })

  test('begins where the next workout stands, not below what an assessment says', async () => {
    const athlete = await api.athlete()
    expectStatus(await athlete.patch('/me', { equipment: ['pull-up-bar', 'parallel-bars'] }), 200)
    expectStatus(await athlete.post('/me/levels/assessment', { levels: { Push: 3, Pull: 3 } }), 200)
    const { body } = expectStatus(await athlete.get('/me/path?goal=bar-muscle-up'), 200)
    const needed = body.steps.filter(({ needed }: Step) => needed)
    expect(Math.min(...needed.map(({ exercise }: Step) => exercise.difficulty))).toBeGreaterThan(2)
    const workout = expectStatus(await athlete.get('/me/next-workout?minutes=45'), 200).body
    const beginners = workout.exercises.filter(
      ({ exercise }: Step) => exercise.level === 0 && exercise.category !== 'Squat',
    )
    expect(beginners).toEqual([])
  })

  test('has no next step when the goal is mastered, here named by its id', async () => {
    const athlete = await api.athlete()
    for (const date of ['2026-11-18', '2026-11-20'])
      await trainOn(api, athlete, date, { exercise: 'glute-bridge', sets: threeOf(15, { rpe: 8 }) })
    const { id } = (await api.visitor.get('/exercises/glute-bridge')).body
    const { body } = expectStatus(await athlete.get(`/me/path?goal=${id}`), 200)
    expect(body).toMatchObject({ next: null, masteredCount: 1, total: 1 })
  })

  test('refuses a goal that is missing, malformed or not in the library', async () => {
    const athlete = await api.athlete()
    expect(problemOf(await athlete.get('/me/path?goal=moon-walk'))).toEqual(['404 EXERCISE_NOT_FOUND'])
    expect(problemOf(await athlete.get('/me/path'))).toEqual(['400 MALFORMED_REQUEST', 'goal REQUIRED'])
    expect(problemOf(await athlete.get('/me/path?goal=Pull%20Up'))).toEqual(['400 MALFORMED_REQUEST', 'goal FORMAT'])
  })

  test('needs a token and the scope to read progress', async () => {
    expectStatus(await api.visitor.get('/me/path?goal=pull-up'), 401)
    const other = await api.athlete({ scopes: ['levels:read'] })
    expectStatus(await other.get('/me/path?goal=pull-up'), 403)
  })
})

test('no request of this file caused an error of the server', () => expect(api.failures).toEqual([]))
