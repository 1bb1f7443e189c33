import { beforeEach, describe, expect, test } from 'vitest'
import { testApi } from '#tests/support/api.js'
import { expectStatus, log, noon, plan, problemOf, reread, start, today } from '#tests/support/session-api.js'
import { eventTypesOf } from '#tests/support/trained-days.js'

const api = await testApi()

beforeEach(() => api.setNow(noon))

const withPullUps = {
  date: today,
  exercises: [{ exercise: 'push-up' }, { exercise: 'pull-up' }, { exercise: 'l-sit' }],
}

type Item = { id: string; order: number; exercise: { slug: string } }
const inOrder = (session: { exercises: Item[] }) =>
  session.exercises.map((item) => `${item.order} ${item.exercise.slug}`)

describe('POST /sessions/{sessionId}/exercises/{sessionExerciseId}/swap', () => {
  test('swaps for a neighbour by name, in the same place, with the sets that it starts with', async () => {
    const athlete = await api.athlete()
    const { path, exercises } = await plan(athlete, withPullUps)
    const { body } = expectStatus(await athlete.post(`${exercises[1]}/swap`, { to: 'negative-pull-up' }), 200)
    expect(api.requests.at(-1)?.roundTrips).toBe(2)
    expect(body).toMatchObject({
      from: { slug: 'pull-up' },
      to: { slug: 'negative-pull-up' },
      kind: 'easier',
      exercise: { order: 2, exercise: { slug: 'negative-pull-up' }, sets: [], completed: false, version: 2 },
    })
    const session = await reread(athlete, path)
    expect(inOrder(session)).toEqual(['1 push-up', '2 negative-pull-up', '3 l-sit'])
    expect(session.exercises[1]).toEqual(body.exercise)
    expect(session.version).toBe(2)
    expect(exercises[1]).toBe(`${path}/exercises/${body.exercise.id}`)
    expect((await eventTypesOf(api, athlete)).at(-1)).toBe('sessionExercise.changed')
  })

  test('swaps for the best exercise in a direction that the equipment allows, even in a running session', async () => {
    const athlete = await api.athlete()
    expectStatus(await athlete.patch('/me', { equipment: ['pull-up-bar'] }), 200)
    const { path, exercises } = await start(athlete, withPullUps)
    const { body: lateral } = expectStatus(await athlete.post(`${exercises[1]}/swap`, { direction: 'lateral' }), 200)
    expect(lateral.kind).toBe('lateral')
    const { body: edges } = await api.visitor.get('/exercises/pull-up/progressions')
    expect(edges.lateral.map(({ slug }: { slug: string }) => slug)).toContain(lateral.to.slug)
    const terms = Object.values<number>(lateral.terms).reduce((sum, term) => sum + term, 0)
    expect(terms).toBeCloseTo(lateral.score, 1)
    expect(inOrder(await reread(athlete, path))[1]).toBe(`2 ${lateral.to.slug}`)
  })

  test('offers what else fits, also where nothing of the slot can be done here', async () => {
    const athlete = await api.athlete()
    expectStatus(await athlete.patch('/me', { equipment: ['chair', 'wall'] }), 200)
    const { exercises } = await plan(athlete, {
      date: today,
      exercises: ['negative-pull-up', 'push-up', 'bodyweight-squat'].map((exercise) => ({ exercise })),
    })
    for (const path of exercises) {
      const { body } = expectStatus(await athlete.post(`${path}/swap`, {}), 200)
      expect(body.to.slug).not.toBe(body.from.slug)
      expect(body.alternatives.map(({ exercise }: Item) => exercise.slug)).not.toContain(body.to.slug)
      expect(body.why).toHaveLength(1)
    }
  })

  test('names what fits when there is nothing in the wanted direction', async () => {
    const athlete = await api.athlete()
    expectStatus(await athlete.patch('/me', { equipment: ['chair', 'wall'] }), 200)
    const { exercises } = await plan(athlete, { date: today, exercises: [{ exercise: 'push-up' }] })
    const refused = expectStatus(await athlete.post(`${exercises[0]}/swap`, { direction: 'lateral' }), 409)
    const { body } = expectStatus(await athlete.post(`${exercises[0]}/swap`, {}), 200)
    expect(refused.body.detail).toContain(`What fits: ${body.to.name} (${body.kind})`)
  })

  test('puts in an exercise that can be trained to the end', async () => {
    const athlete = await api.athlete()
    const { path, exercises } = await start(athlete, withPullUps)
    const { body } = expectStatus(await athlete.post(`${exercises[1]}/swap`, { to: 'negative-pull-up' }), 200)
    await log(athlete, `${path}/exercises/${body.exercise.id}`, { reps: 4, rpe: 8 })
    const { body: completed } = expectStatus(await athlete.post(`${path}/complete`, {}), 200)
    expect(JSON.stringify(completed)).toContain('negative-pull-up')
  })

  test.each([
    ['a harder exercise', { to: 'archer-pull-up' }, '409 SWAP_NOT_POSSIBLE'],
    ['an exercise that is no neighbour', { to: 'pistol-squat' }, '409 SWAP_NOT_POSSIBLE'],
    ['a neighbour in the other direction', { to: 'negative-pull-up', direction: 'lateral' }, '409 SWAP_NOT_POSSIBLE'],
    ['a direction in which there is nothing that can be done', { direction: 'harder' }, '409 SWAP_NOT_POSSIBLE'],
    ['an exercise that the library does not have', { to: 'moon-walk' }, '404 EXERCISE_NOT_FOUND'],
    ['a direction that there is not', { direction: 'sideways' }, '422 INVALID_INPUT'],
  ])('refuses %s', async (_, body, problem) => {
    const athlete = await api.athlete()
    const { path, exercises } = await plan(athlete, withPullUps)
    expect(problemOf(await athlete.post(`${exercises[1]}/swap`, body))[0]).toBe(problem)
    expect(inOrder(await reread(athlete, path))[1]).toBe('2 pull-up')
  })

  test('refuses once a set is logged, and once the session is completed', async () => {
    const athlete = await api.athlete()
    const { path, exercises } = await start(athlete, withPullUps)
    await log(athlete, exercises[1], { reps: 3 })
    const request = { to: 'negative-pull-up' }
    expect(problemOf(await athlete.post(`${exercises[1]}/swap`, request))).toEqual(['409 SWAP_NOT_POSSIBLE'])
    expectStatus(await athlete.post(`${path}/complete`, {}), 200)
    expect(problemOf(await athlete.post(`${exercises[2]}/swap`, request))).toEqual(['409 SESSION_NOT_OPEN'])
  })

  test('refuses a version that is out of date', async () => {
    const athlete = await api.athlete()
    const { exercises } = await plan(athlete, withPullUps)
    const stale = { headers: { 'if-match': '"7"' } }
    expect(problemOf(await athlete.post(`${exercises[1]}/swap`, {}, stale))).toEqual(['412 VERSION_MISMATCH'])
  })

  test('makes only one of two swaps sent at once', async () => {
    const athlete = await api.athlete()
    const { path, exercises } = await plan(athlete, withPullUps)
    const request = { to: 'negative-pull-up' }
    const answers = await Promise.all([1, 2].map(() => athlete.post(`${exercises[1]}/swap`, request)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(inOrder(await reread(athlete, path))).toEqual(['1 push-up', '2 negative-pull-up', '3 l-sit'])
  })

  test('does not find a session of another athlete', async () => {
    const [ada, eve] = [await api.athlete(), await api.athlete()]
    const { exercises } = await plan(ada, withPullUps)
    expect(problemOf(await eve.post(`${exercises[1]}/swap`, {}))).toEqual(['404 SESSION_NOT_FOUND'])
  })

  test('needs the scope to write sessions', async () => {
    const { exercises } = await plan(await api.athlete(), withPullUps)
    const reader = await api.athlete({ scopes: ['sessions:read'] })
    expectStatus(await reader.post(`${exercises[1]}/swap`, {}), 403)
  })
})

test('no request of this file caused an error of the server', () => expect(api.failures).toEqual([]))
