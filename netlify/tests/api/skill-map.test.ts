import { gzipSync } from 'node:zlib'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import type * as z from 'zod'
import { seedExercises } from '#database/seed-exercises.js'
import type { SkillMap } from '#orchestration/workouts/support/skill-map.schema.js'
import { type TestAthlete, testApi } from '#tests/support/api.js'
import { renamedLibrary } from '#tests/support/changed-library.js'
import { expectStatus, noon } from '#tests/support/session-api.js'
import { threeOf, trainOn } from '#tests/support/trained-days.js'

const api = await testApi()
const seed = async (folder?: string) => {
  await seedExercises({ database: api.db.operator(), folder })
}

type Map = z.output<typeof SkillMap>

beforeEach(() => api.setNow(noon))

const get = async (athlete: TestAthlete, query = ''): Promise<Map> =>
  expectStatus(await athlete.get(`/me/skill-map${query}`), 200).body
const of = ({ exercises }: Map, slug: string) => exercises.find((one) => one.slug === slug)
const hang = { exercise: 'dead-hang', sets: [1, 2, 3].map(() => ({ duration: 60, rpe: 8 })) }

/** An athlete with a bar who has mastered the dead hang, and trained push-ups once. */
async function hanging() {
  const athlete = await api.athlete()
  expectStatus(await athlete.patch('/me', { equipment: ['pull-up-bar'] }), 200)
  const pushUps = { exercise: 'push-up', sets: threeOf(6, { rpe: 8 }) }
  await trainOn(api, athlete, '2026-11-18', hang, pushUps)
  await trainOn(api, athlete, '2026-11-20', hang)
  return athlete
}

describe('GET /me/skill-map', () => {
  test('has every exercise for a new athlete, open where nothing is required, in one round trip and 15 kB', async () => {
    const athlete = await api.athlete()
    const map = await get(athlete, '?include=edges')
    expect(api.requests.at(-1)?.roundTrips).toBe(1)
    expect(map.exercises).toHaveLength(194)
    expect(map.counts).toMatchObject({ in_work: 0, mastered: 0 })
    expect(Object.values(map.counts).reduce((one, other) => one + other)).toBe(194)
    for (const { slug, status, lockedBy } of map.exercises) {
      expect([slug, status]).toEqual([slug, lockedBy.length === 0 ? 'open' : 'locked'])
    }
    expect(of(map, 'dead-hang')).toMatchObject({
      ...{ status: 'open', counts: false, working: null, modifier: 'none', masteredAt: null, sessionsMissing: 2 },
      ...{ progress: 0, lastTrainedOn: null, lockedBy: [], barredBy: ['equipment'] },
    })
    expect(of(map, 'full-planche')?.lockedBy[0]?.anyOf[0]).toMatchObject({ sessionsMissing: 2 })
    expect(map.edges).toEqual(expectStatus(await api.visitor.get('/exercises/graph'), 200).body.edges)
    expect(gzipSync(JSON.stringify(map)).length).toBeLessThan(15_000)
  })

  test('says what is mastered since when, in work with its sets, and what that opens', async () => {
    const athlete = await hanging()
    const map = await get(athlete)
    expect(map.edges).toBeNull()
    expect(of(map, 'dead-hang')).toMatchObject({
      ...{ status: 'mastered', counts: true, sessionsMissing: 0, progress: 1, lastTrainedOn: '2026-11-20' },
      ...{ masteredAt: expect.stringMatching(/^2026-11-20T/), barredBy: [] },
    })
    expect(of(map, 'push-up')).toMatchObject({ status: 'in_work', lastTrainedOn: '2026-11-18' })
    expect(of(map, 'push-up')?.working).toEqual(
      expectStatus(await athlete.get('/me/exercises/push-up/mastery'), 200).body.working,
    )
    expect(map.counts).toMatchObject({ in_work: 1, mastered: 1 })
  })

  test('agrees with the way to each of some skills, with mastery, and with the next workout', async () => {
    const athlete = await hanging()
    api.setNow(noon)
    expectStatus(await athlete.post('/me/levels/assessment', { levels: { Push: 2, Pull: 1 } }), 200)
    const map = await get(athlete)
    for (const goal of ['bar-muscle-up', 'full-planche', 'pistol-squat', 'full-front-lever']) {
      const { steps } = expectStatus(await athlete.get(`/me/path?goal=${goal}`), 200).body
      for (const { exercise, mastered, counts, progress } of steps) {
        const shown = of(map, exercise.slug)
        expect([goal, exercise.slug, shown?.status === 'mastered', shown?.counts, shown?.progress]).toEqual([
          ...[goal, exercise.slug, mastered, counts, progress],
        ])
      }
    }
    const workout = expectStatus(await athlete.get('/me/next-workout?force=true&minutes=60'), 200).body
    expect(workout.exercises.length).toBeGreaterThan(2)
    for (const { exercise } of workout.exercises) {
      expect(of(map, exercise.slug), exercise.slug).toMatchObject({ lockedBy: [], barredBy: [] })
    }
  })

  test('says what bars an exercise: equipment at home or at a place, a dislike, pain', async () => {
    const athlete = await hanging()
    const profile = { dislikes: ['push-up'], places: [{ name: 'Park', equipment: ['rings', 'parallel-bars'] }] }
    expectStatus(await athlete.patch('/me', profile), 200)
    const home = await get(athlete)
    expect([of(home, 'push-up')?.barredBy, of(home, 'ring-dip')?.barredBy]).toEqual([['disliked'], ['equipment']])
    const park = await get(athlete, '?place=park')
    expect([park.placeId === null, of(park, 'ring-dip')?.barredBy]).toEqual([false, []])
    expect(of(await get(athlete, '?equipment=none'), 'dead-hang')?.barredBy).toEqual(['equipment'])
    expectStatus(await athlete.post('/me/check-ins', { sleep: 4, pain: 8, painSite: 'shoulder' }), 201)
    const hurting = await get(athlete)
    expect(hurting.exercises.filter(({ barredBy }) => barredBy.includes('pain')).length).toBeGreaterThan(5)
    const without = { given: false }
    expectStatus(await athlete.put('/me/consents/health-data', without), 200)
    expect((await get(athlete)).exercises.filter(({ barredBy }) => barredBy.includes('pain'))).toEqual([])
  })

  test('filters by category, with the edges among what is left', async () => {
    const map = await get(await api.athlete(), '?category=Squat&include=edges')
    expect(new Set(map.exercises.map(({ category }) => category))).toEqual(new Set(['Squat']))
    const shown = new Set<string>(map.exercises.map(({ slug }) => slug))
    expect(map.edges?.length).toBeGreaterThan(20)
    expect(map.edges?.filter(({ from, to }) => !shown.has(from) || !shown.has(to))).toEqual([])
  })

  test('takes working sets that were set by hand as work', async () => {
    const athlete = await api.athlete()
    const { body } = expectStatus(await athlete.put('/me/exercises/pull-up', { sets: [{ reps: 4 }, { reps: 4 }] }), 200)
    const shown = of(await get(athlete), 'pull-up')
    expect([shown?.status, shown?.lastTrainedOn], JSON.stringify(body)).toEqual(['in_work', null])
    expect(shown?.standard).toEqual([{ reps: 6 }, { reps: 6 }, { reps: 6 }])
  })

  test('keeps the standing of an exercise that was renamed', async () => {
    const athlete = await hanging()
    onTestFinished(() => seed())
    await seed(renamedLibrary('dead-hang', 'passive-hang'))
    const map = await get(athlete)
    expect(of(map, 'passive-hang')).toMatchObject({ status: 'mastered' })
    expect(of(map, 'dead-hang')).toBeUndefined()
  })

  test('is answered to HEAD, and with 304 until any standing changes', async () => {
    const athlete = await api.athlete()
    const first = expectStatus(await athlete.get('/me/skill-map'), 200)
    const ifChanged = { headers: { 'if-none-match': first.headers.get('etag') ?? '' } }
    expect(await athlete.get('/me/skill-map', ifChanged)).toMatchObject({ status: 304, body: null })
    const authorization = `Bearer ${athlete.token}`
    const head = await api.fetch('/me/skill-map', { method: 'HEAD', headers: { authorization } })
    expect([head.status, head.headers.get('etag'), await head.text()]).toEqual([
      ...[200, first.headers.get('etag'), ''],
    ])
    expect(first.headers.get('cache-control')).toBe('private, no-store')
    await trainOn(api, athlete, '2026-11-21', hang)
    expect((await athlete.get('/me/skill-map', ifChanged)).status).toBe(200)
  })

  test.each([
    ['an unknown category', 'category=Legs', 400],
    ['something to include that there is not', 'include=edges,nodes', 400],
    ['a place that is none', 'place=Moon', 404],
    ['a place and equipment', 'place=Park&equipment=rings', 422],
    ['an unknown parameter', 'fields=slug', 400],
  ])('refuses %s', async (_, query, status) => {
    expect((await (await api.athlete()).get(`/me/skill-map?${query}`)).status).toBe(status)
  })
})
