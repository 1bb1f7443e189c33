import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { seedExercises } from '#database/seed-exercises.js'
import { testApi } from '#tests/support/api.js'
import { libraryWithout, renamedLibrary } from '#tests/support/changed-library.js'
import { expectStatus, noon } from '#tests/support/session-api.js'
import { threeOf, trainOn } from '#tests/support/trained-days.js'

const api = await testApi()
const seed = (folder?: string) => seedExercises({ database: api.db.operator(), folder })

beforeEach(() => api.setNow(noon))
afterEach(() => seed())

const hang = { exercise: 'dead-hang', sets: [1, 2, 3].map(() => ({ duration: 60, rpe: 8 })) }
const passive = () => seed(renamedLibrary('dead-hang', 'passive-hang'))
const get = async (path: string) => expectStatus(await api.visitor.get(path), 200).body

/** An athlete who has mastered the dead hang. */
async function hanging() {
  const athlete = await api.athlete()
  for (const date of ['2026-11-18', '2026-11-20']) await trainOn(api, athlete, date, hang)
  return athlete
}

describe('an exercise that was renamed', () => {
  test('is listed once, by its new slug', async () => {
    await passive()
    const { data } = await get('/exercises?q=hang&limit=100')
    const slugs = data.map(({ slug }: { slug: string }) => slug)
    expect(slugs).toContain('passive-hang')
    expect(slugs).not.toContain('dead-hang')
    expect(await get('/health/ready')).toMatchObject({ exercises: 194 })
  })

  test('is found by its former slug, and says what it is called now', async () => {
    await passive()
    const exercise = await get('/exercises/dead-hang')
    expect(exercise).toMatchObject({ slug: 'passive-hang', formerSlugs: ['dead-hang'], retired: false })
    expect(await get('/exercises/passive-hang')).toEqual(exercise)
    expect((await get('/exercises/dead-hang/progressions')).exercise.slug).toBe('passive-hang')
  })

  test('is the same where a plan is sent again under its former slug', async () => {
    const athlete = await api.athlete()
    const body = {
      id: '0198c0de-7a11-7000-8000-0000000000d7',
      date: '2026-11-22',
      exercises: [{ exercise: 'dead-hang' }],
    }
    const { body: session } = expectStatus(await athlete.post('/sessions', body), 201)
    await passive()
    const { body: again } = expectStatus(await athlete.post('/sessions', body), 200)
    expect(again.exercises[0]).toMatchObject({ id: session.exercises[0].id, exercise: { slug: 'passive-hang' } })
  })

  test('stays mastered, and what it opens stays open', async () => {
    const athlete = await hanging()
    await passive()
    const { body } = expectStatus(await athlete.get('/me/path?goal=scapular-pull-up'), 200)
    expect(body).toMatchObject({ masteredCount: 1, next: { slug: 'scapular-pull-up' } })
    expect(expectStatus(await athlete.get('/me/exercises/dead-hang/mastery'), 200).body).toMatchObject({
      exercise: { slug: 'passive-hang' },
      isMastered: true,
    })
  })

  test('keeps its history, under either slug', async () => {
    const athlete = await hanging()
    const before = expectStatus(await athlete.get('/me/exercises/dead-hang/history'), 200).body
    await passive()
    for (const slug of ['dead-hang', 'passive-hang']) {
      const { body } = expectStatus(await athlete.get(`/me/exercises/${slug}/history`), 200)
      expect(body.points).toEqual(before.points)
    }
  })

  test('is taken by its former slug wherever a client names it', async () => {
    const athlete = await api.athlete()
    await passive()
    const planned = await athlete.post('/sessions', { date: '2026-11-22', exercises: [{ exercise: 'dead-hang' }] })
    expect(expectStatus(planned, 201).body.exercises[0].exercise.slug).toBe('passive-hang')
    const goal = await athlete.post('/me/goals', { kind: 'skill', exercise: 'dead-hang' })
    expect(expectStatus(goal, 201).body.exercise.slug).toBe('passive-hang')
    const settings = await athlete.patch('/me/exercises/dead-hang', { restSeconds: 60 })
    expect(expectStatus(settings, 200).body.exercise.slug).toBe('passive-hang')
    const profile = await athlete.patch('/me', { dislikes: ['dead-hang'] })
    expect(expectStatus(profile, 200).body.dislikes).toMatchObject([{ slug: 'passive-hang' }])
  })

  test('is what it was once the rename is taken back', async () => {
    const athlete = await hanging()
    await passive()
    await seed()
    const { data } = await get('/exercises?q=hang&limit=100')
    expect(data.filter(({ slug }: { slug: string }) => /^(dead|passive)-hang$/.test(slug))).toHaveLength(1)
    expect((await get('/exercises/passive-hang')).slug).toBe('dead-hang')
    const { body } = expectStatus(await athlete.get('/me/exercises/dead-hang/mastery'), 200)
    expect(body.isMastered).toBe(true)
  })
})

describe('an exercise that left the library', () => {
  test('is in no list and in no graph, and readable', async () => {
    await seed(libraryWithout('wide-push-up', 'close-grip-push-up'))
    const { data } = await get('/exercises?q=wide-push-up')
    const slugs = data.map(({ slug }: { slug: string }) => slug)
    expect(slugs[0]).toBe('close-grip-push-up')
    expect(slugs).not.toContain('wide-push-up')
    expect(await get('/exercises/wide-push-up')).toMatchObject({ retired: true, replacedBy: 'close-grip-push-up' })
    expect(await get('/exercises/wide-push-up/progressions')).toMatchObject({ requires: [], harder: [], lateral: [] })
    const { harder } = await get('/exercises/push-up/progressions')
    expect(harder.map(({ slug }: { slug: string }) => slug)).not.toContain('wide-push-up')
  })

  test('stays in the history of those who trained it', async () => {
    const athlete = await api.athlete()
    await trainOn(api, athlete, '2026-11-18', { exercise: 'wide-push-up', sets: threeOf(10, { rpe: 8 }) })
    const before = expectStatus(await athlete.get('/me/exercises/wide-push-up/history'), 200).body
    await seed(libraryWithout('wide-push-up', 'close-grip-push-up'))
    expect(expectStatus(await athlete.get('/me/exercises/wide-push-up/history'), 200).body).toEqual(before)
    expectStatus(await athlete.get('/sessions?from=2026-11-18&to=2026-11-18'), 200)
  })

  test('is not recommended any more', async () => {
    const athlete = await api.athlete()
    const slugs = async () => {
      const { body } = expectStatus(await athlete.get('/me/next-workout?equipment=none&minutes=60'), 200)
      return (body.exercises as { exercise: { slug: string } }[]).map(({ exercise }) => exercise.slug)
    }
    expect(await slugs()).toContain('bear-hold')
    await seed(libraryWithout('bear-hold', 'high-plank-hold'))
    expect(await slugs()).not.toContain('bear-hold')
  })
})

test('no request of this file caused an error of the server', () => expect(api.failures).toEqual([]))
