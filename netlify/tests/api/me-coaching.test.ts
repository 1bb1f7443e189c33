import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type TestAthlete, testApi } from '#tests/support/api.js'
import { expectStatus, noon, plan, problemOf, reread, today } from '#tests/support/session-api.js'

const api = await testApi()
let ada: TestAthlete

beforeAll(() => api.setNow(noon))
beforeEach(async () => {
  ada = await api.athlete()
})

const unknown = '0198c0de-7a11-7000-8000-00000000dead'
const park = { name: 'Park', equipment: ['low-bar', 'parallel-bars'] }

/** Puts places into the profile, and returns their ids. */
async function keep(places: readonly object[], athlete = ada): Promise<string[]> {
  const { body } = expectStatus(await athlete.patch('/me', { places }), 200)
  return body.places.map(({ id }: { id: string }) => id)
}

describe('what the coach asks once', () => {
  test('is answered as the next GET does', async () => {
    const told = { daysPerWeek: 4, minutesPerSession: 20, loadKg: 7.25, skills: ['front-lever', 'handstand'] }
    const { body } = expectStatus(await ada.patch('/me', told), 200)
    expect(body).toMatchObject({ ...told, version: 2 })
    expect((await ada.get('/me')).body).toEqual(body)
  })

  test('is unknown again after null', async () => {
    await ada.patch('/me', { daysPerWeek: 4, minutesPerSession: 20, loadKg: 0 })
    const nothing = { daysPerWeek: null, minutesPerSession: null, loadKg: null }
    expect((await ada.patch('/me', nothing)).body).toMatchObject({ ...nothing, version: 3 })
  })

  test('is told in the history by the names of the fields', async () => {
    await ada.patch('/me', { loadKg: 10, daysPerWeek: 3, places: [park] })
    const [event] = await api.db.rows(`select payload from events where user_id = $1`, [ada.id])
    expect(event?.payload).toEqual({ fields: ['daysPerWeek', 'loadKg', 'places'] })
  })
})

describe('dislikes', () => {
  test('are taken by id or slug, and answered in the short form and in their order', async () => {
    const { id } = (await api.visitor.get('/exercises/pull-up')).body
    const { body } = expectStatus(await ada.patch('/me', { dislikes: ['push-up', id] }), 200)
    expect(body.dislikes).toMatchObject([
      { slug: 'push-up', category: 'Push', level: expect.any(Number), difficulty: expect.any(Number) },
      { id, slug: 'pull-up' },
    ])
    expect((await ada.get('/me')).body).toEqual(body)
  })

  test('are refused where the library has no such exercise, and nothing is written', async () => {
    const answer = await ada.patch('/me', { name: 'Eve', dislikes: ['push-up', 'moon-walk', unknown, 'push-up'] })
    expect(problemOf(answer)).toEqual([
      '422 INVALID_INPUT',
      '/dislikes/1 EXERCISE_NOT_FOUND',
      '/dislikes/2 EXERCISE_NOT_FOUND',
      '/dislikes/3 NAMED_TWICE',
    ])
    expect((await ada.get('/me')).body.version).toBe(1)
  })
})

describe('places', () => {
  test('are kept by name when a list is sent again, and by id when they get another name', async () => {
    const [parkId] = await keep([park])
    const ids = await keep([{ name: 'Gym', equipment: ['rings'] }, park])
    expect(ids).toEqual([expect.not.stringMatching(`${parkId}`), parkId])
    const { body } = await ada.patch('/me', { places: [{ id: parkId, name: 'Beach', equipment: [] }] })
    expect(body.places).toEqual([{ id: parkId, name: 'Beach', equipment: [] }])
    expect((await ada.get('/me')).body).toEqual(body)
  })

  test('stay as they are when a patch does not name them', async () => {
    const [id] = await keep([park])
    expect((await ada.patch('/me', { units: 'imperial' })).body.places).toEqual([{ id, ...park }])
  })

  test('of two changes at once are never mixed', async () => {
    const lists = Array.from({ length: 4 }, (_, list) =>
      [1, 2, 3].map((n) => ({ name: `${list} ${n}`, equipment: [] })),
    )
    await Promise.all(lists.map((places) => ada.patch('/me', { places })))
    const { version, places } = (await ada.get('/me')).body
    expect(version).toBe(5)
    expect(new Set(places.map(({ name }: { name: string }) => name[0])).size).toBe(1)
  })

  test.each([
    ['two of one name', { places: [park, { ...park, name: 'PARK' }] }, '/places'],
    ['unknown equipment', { places: [{ ...park, equipment: ['slide'] }] }, '/places/0/equipment/0'],
    ['a field too many', { places: [{ ...park, address: 'Elm Street' }] }, '/places/0/address'],
    ['an id that is no UUID', { places: [{ ...park, id: 'park' }] }, '/places/0/id'],
  ])('are refused with %s', async (_, patch, pointer) => {
    const answer = await ada.patch('/me', patch)
    expect(answer.status).toBe(422)
    expect(answer.body.errors.map((fault: { pointer: string }) => fault.pointer)).toContain(pointer)
  })
})

describe('the place of a session', () => {
  test('is home when it is left out', async () => {
    expect((await plan(ada)).session.placeId).toBe(null)
  })

  test('is told by the session, its list and its event', async () => {
    const [placeId] = await keep([park])
    const { path, session } = await plan(ada, { date: today, placeId })
    expect(session.placeId).toBe(placeId)
    expect((await reread(ada, path)).placeId).toBe(placeId)
    expect((await ada.get('/sessions')).body.data).toMatchObject([{ placeId }])
    const [event] = await api.db.rows(`select payload from events where user_id = $1 and type = 'session.planned'`, [
      ada.id,
    ])
    expect(event?.payload).toMatchObject({ placeId })
  })

  test('can be changed, taken away, and stays through the life of the session', async () => {
    const [placeId] = await keep([park])
    const { path } = await plan(ada)
    expect(expectStatus(await ada.patch(path, { placeId }), 200).body).toMatchObject({ placeId, version: 2 })
    await ada.post(`${path}/start`)
    await ada.post(`${path}/complete`, { withoutSets: true })
    expect(await reread(ada, path)).toMatchObject({ placeId, status: 'completed' })
    expect((await ada.patch(path, { placeId: null })).body.placeId).toBe(null)
  })

  test('is refused when the profile has no such place, and nothing is planned', async () => {
    const stranger = await api.athlete()
    const [theirs] = await keep([park], stranger)
    for (const placeId of [unknown, theirs]) {
      expect(problemOf(await ada.post('/sessions', { date: today, placeId }))).toEqual(['404 PLACE_NOT_FOUND'])
    }
    const { path } = await plan(ada)
    expect(problemOf(await ada.patch(path, { placeId: unknown }))).toEqual(['404 PLACE_NOT_FOUND'])
    expect((await ada.get('/sessions')).body.data).toHaveLength(1)
  })

  test('outlives the place: what was trained there can still be edited', async () => {
    const [placeId] = await keep([park])
    const { path } = await plan(ada, { date: today, placeId })
    await keep([])
    const edited = expectStatus(await ada.patch(path, { notes: 'It rained', placeId }), 200)
    expect(edited.body).toMatchObject({ placeId, notes: 'It rained' })
  })
})
