import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type TestAthlete, testApi } from '#tests/support/api.js'
import { expectStatus, noon, plan, problemOf, reread, start, today } from '#tests/support/session-api.js'

const api = await testApi()
let ada: TestAthlete

beforeAll(() => api.setNow(noon))
beforeEach(async () => {
  ada = await api.athlete()
})

const unknown = '0198c0de-7a11-7000-8000-00000000dead'
const pull = {
  name: 'Pull day',
  notes: 'Rings at home',
  exercises: [
    {
      exercise: 'pull-up',
      sets: [{ reps: 4 }, { reps: 4 }],
      modifier: 'load:2.5',
      restSeconds: 150,
      notes: 'No swing',
    },
    { exercise: 'dead-hang' },
  ],
}

/** Keeps a routine, and returns it. */
async function keep(body: object = pull, athlete = ada) {
  return expectStatus(await athlete.post('/me/routines', body), 201).body
}

const routinesOf = async (athlete: TestAthlete) => (await athlete.get('/me/routines')).body.data

describe('keeping a routine', () => {
  test('answers as the next GET does, with its address', async () => {
    const created = expectStatus(await ada.post('/me/routines', pull), 201)
    expect(created.headers.get('location')).toBe(`/api/v1/me/routines/${created.body.id}`)
    expect(created.body).toMatchObject({
      name: 'Pull day',
      notes: 'Rings at home',
      exercises: [
        { ...pull.exercises[0], exercise: { slug: 'pull-up', metric: 'reps' }, tempo: null },
        {
          exercise: { slug: 'dead-hang' },
          sets: null,
          modifier: 'none',
          tempo: null,
          restSeconds: null,
          notes: null,
          group: null,
        },
      ],
      version: 1,
    })
    expect((await ada.get(`/me/routines/${created.body.id}`)).body).toEqual(created.body)
  })

  test('lists what is in it by name, the newest first', async () => {
    const first = await keep()
    api.setNow('2026-11-22T13:00:00.000Z')
    const second = await keep({ name: 'Legs', exercises: [{ exercise: 'bodyweight-squat' }] })
    api.setNow(noon)
    const list = await routinesOf(ada)
    expect(list.map(({ id }: { id: string }) => id)).toEqual([second.id, first.id])
    expect(list[1].exercises.map(({ slug }: { slug: string }) => slug)).toEqual(['pull-up', 'dead-hang'])
  })

  test('takes an id that the client chose, once', async () => {
    const body = { ...pull, id: '0198c0de-7a11-7000-8000-0000000000c1' }
    expect((await keep(body)).id).toBe(body.id)
    expect(expectStatus(await ada.post('/me/routines', body), 200).body.id).toBe(body.id)
    expect(await routinesOf(ada)).toHaveLength(1)
  })

  test('keeps one of two that are sent at once under one key', async () => {
    const send = () => ada.post('/me/routines', pull, { headers: { 'idempotency-key': 'twice' } })
    const answers = await Promise.all([send(), send(), send()])
    expect(new Set(answers.filter(({ status }) => status === 201).map(({ body }) => body.id)).size).toBe(1)
    expect(await routinesOf(ada)).toHaveLength(1)
  })

  test('takes the same name and the same exercise twice', async () => {
    await keep()
    await keep({ ...pull, exercises: [{ exercise: 'pull-up' }, { exercise: 'pull-up' }] })
    expect(await routinesOf(ada)).toHaveLength(2)
  })

  test.each([
    [
      'unknown exercises',
      { exercises: [{ exercise: 'moon-walk' }, { exercise: 'pull-up' }, { exercise: unknown }] },
      ['422 INVALID_INPUT', '/exercises/0/exercise EXERCISE_NOT_FOUND', '/exercises/2/exercise EXERCISE_NOT_FOUND'],
    ],
    [
      'seconds of what is counted',
      { exercises: [{ exercise: 'pull-up', sets: [{ duration: 20 }] }] },
      ['422 METRIC_MISMATCH', '/exercises/0/sets METRIC_MISMATCH'],
    ],
    [
      'a hold of what moves',
      { exercises: [{ exercise: 'pull-up', tempo: 'hold' }] },
      ['422 METRIC_MISMATCH', '/exercises/0/tempo METRIC_MISMATCH'],
    ],
    ['no exercise', { exercises: [] }, ['422 INVALID_INPUT', '/exercises TOO_SMALL']],
    ['a session besides', { fromSession: unknown }, ['422 INVALID_INPUT', '/exercises VALUE']],
    ['a modifier of our own', { exercises: [{ exercise: 'pull-up', modifier: 'load:-5' }] }, null],
    [
      'fifty-one exercises',
      { exercises: Array(51).fill({ exercise: 'pull-up' }) },
      ['422 INVALID_INPUT', '/exercises TOO_BIG'],
    ],
    ['a name of 101 characters', { name: 'é'.repeat(101) }, null],
    ['a name with NUL', { name: 'A\u0000' }, null],
  ])('refuses %s, and keeps nothing', async (_, wrong, problem) => {
    const answer = await ada.post('/me/routines', { ...pull, ...wrong })
    if (problem) expect(problemOf(answer)).toEqual(problem)
    expect(answer.status).toBe(422)
    expect(await routinesOf(ada)).toEqual([])
  })

  test('refuses a body of two mebibytes', async () => {
    const notes = 'x'.repeat(2_000)
    const exercises = Array.from({ length: 1_050 }, () => ({ exercise: 'pull-up', notes }))
    expect((await ada.post('/me/routines', { name: 'Long', exercises })).status).toBe(413)
  })

  test('takes and gives the largest routine there can be', async () => {
    const sets = Array.from({ length: 20 }, () => ({ reps: 1_000 }))
    const exercise = { exercise: 'pull-up', sets, modifier: 'load:299.5', notes: '💪'.repeat(2_000) }
    const routine = await keep({ name: 'Long', exercises: Array(50).fill(exercise) })
    expect((await ada.get(`/me/routines/${routine.id}`)).body).toEqual(routine)
    expect(
      expectStatus(await ada.post(`/me/routines/${routine.id}/plan`, { date: today }), 201).body.exercises,
    ).toHaveLength(50)
  })
})

describe('keeping the plan of a session', () => {
  const from = (fromSession: string, athlete = ada) => athlete.post('/me/routines', { name: 'Again', fromSession })

  test('takes sets, modifier, tempo, rest and notes as they were planned', async () => {
    const { id, session } = await plan(ada, { date: today, exercises: pull.exercises })
    const { body } = expectStatus(await from(id), 201)
    const planned = session.exercises.map(({ exercise, planned }: { exercise: object; planned: object }) => ({
      exercise,
      ...planned,
    }))
    expect(body.exercises).toEqual(planned)
  })

  test('takes the plan of a session that was skipped, and of one that is under way', async () => {
    const skipped = await plan(ada)
    await ada.post(`${skipped.path}/skip`)
    const begun = await start(ada)
    for (const { id } of [skipped, begun]) expectStatus(await from(id), 201)
  })

  test('is not changed by what happens to the session', async () => {
    const { id, path, exercises } = await plan(ada)
    const { body } = expectStatus(await from(id), 201)
    await ada.delete(`${exercises[0]}`)
    await ada.delete(path)
    expect((await ada.get(`/me/routines/${body.id}`)).body).toEqual(body)
  })

  test('refuses a session without exercises', async () => {
    const { id } = await plan(ada, { date: today })
    expect(problemOf(await from(id))).toEqual(['422 INVALID_INPUT', '/fromSession NO_EXERCISES'])
  })

  test('refuses the session of somebody else as one that is not there', async () => {
    const { id } = await plan(await api.athlete())
    for (const session of [id, unknown])
      expect(problemOf(await from(session))).toEqual(['422 INVALID_INPUT', '/fromSession SESSION_NOT_FOUND'])
    expect(await routinesOf(ada)).toEqual([])
  })
})

describe('keeping what was recommended', () => {
  const from = (fromRecommendation: string) =>
    ada.post('/me/routines', { name: 'As the coach says', fromRecommendation })

  test('takes the exercises, sets and modifiers of the answer that was shown last', async () => {
    await ada.get('/me/next-workout?minutes=90')
    const { body: next } = await ada.get('/me/next-workout?minutes=20')
    const { body } = expectStatus(await from(today), 201)
    type Shown = { exercise: { id: string }; sets: object[]; modifier: { modifier: string }; restSeconds: number }
    const shown = next.exercises.map(({ exercise, sets, modifier, restSeconds }: Shown) => {
      return { exercise: { id: exercise.id }, sets, modifier: modifier.modifier, restSeconds }
    })
    expect(shown.length).toBeGreaterThan(0)
    expect(body.exercises).toMatchObject(shown)
    expect((await ada.get(`/me/routines/${body.id}`)).body).toEqual(body)
  })

  test('refuses a day for which nothing was shown, also when it was shown to somebody else', async () => {
    await (await api.athlete()).get('/me/next-workout')
    expect(problemOf(await from(today))).toEqual(['422 INVALID_INPUT', '/fromRecommendation NOTHING_SHOWN'])
  })

  test('refuses a day of rest', async () => {
    const { path } = await start(ada)
    expectStatus(await ada.post(`${path}/complete`, { withoutSets: true }), 200)
    await ada.get('/me/next-workout')
    expect(problemOf(await from(today))).toEqual(['422 INVALID_INPUT', '/fromRecommendation NO_EXERCISES'])
  })
})

describe('changing a routine', () => {
  test('keeps what is left out, and replaces exercises as a whole', async () => {
    const { id } = await keep()
    const patch = { notes: null, exercises: [{ exercise: 'chin-up' }] }
    const { body } = expectStatus(await ada.patch(`/me/routines/${id}`, patch), 200)
    expect(body).toMatchObject({
      name: 'Pull day',
      notes: null,
      exercises: [{ exercise: { slug: 'chin-up' } }],
      version: 2,
    })
    expect((await ada.get(`/me/routines/${id}`)).body).toEqual(body)
  })

  test('writes nothing when nothing is new', async () => {
    const routine = await keep()
    expect((await ada.patch(`/me/routines/${routine.id}`, { ...pull })).body).toEqual(routine)
  })

  test('refuses what has changed since, whoever comes second', async () => {
    const { id } = await keep()
    const patch = (name: string) => ada.patch(`/me/routines/${id}`, { name }, { headers: { 'if-match': '"1"' } })
    const answers = await Promise.all(['A', 'B', 'C'].map(patch))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412])
  })

  test('refuses what keeping one refuses, and changes nothing', async () => {
    const routine = await keep()
    const path = `/me/routines/${routine.id}`
    expect(problemOf(await ada.patch(path, { name: 'B', exercises: [{ exercise: 'moon-walk' }] }))).toEqual([
      '422 INVALID_INPUT',
      '/exercises/0/exercise EXERCISE_NOT_FOUND',
    ])
    expect(problemOf(await ada.patch(path, { exercises: [{ exercise: 'dead-hang', sets: [{ reps: 3 }] }] }))).toEqual([
      '422 METRIC_MISMATCH',
      '/exercises/0/sets METRIC_MISMATCH',
    ])
    expect((await ada.get(path)).body).toEqual(routine)
  })

  test('leaves the sessions that were planned from it as they are', async () => {
    const { id } = await keep()
    const { body: session } = await ada.post(`/me/routines/${id}/plan`, { date: today })
    await ada.patch(`/me/routines/${id}`, { exercises: [{ exercise: 'chin-up' }] })
    expectStatus(await ada.delete(`/me/routines/${id}`), 204)
    expect(await reread(ada, `/sessions/${session.id}`)).toEqual(session)
  })
})

describe('planning from a routine', () => {
  const planFrom = (id: string, body: object = {}) => ada.post(`/me/routines/${id}/plan`, { date: today, ...body })

  test('plans what is written, and fills in the rest as any plan does', async () => {
    await ada.put('/me/exercises/dead-hang', { sets: [{ duration: 45 }], restSeconds: 30 })
    const { id } = await keep()
    const planned = expectStatus(await planFrom(id, { time: '18:30' }), 201)
    expect(planned.headers.get('location')).toBe(`/api/v1/sessions/${planned.body.id}`)
    expect(planned.body).toMatchObject({
      date: today,
      time: '18:30',
      status: 'planned',
      notes: 'Rings at home',
      placeId: null,
    })
    expect(planned.body.exercises.map(({ planned }: { planned: object }) => planned)).toMatchObject([
      { sets: [{ reps: 4 }, { reps: 4 }], modifier: 'load:2.5', restSeconds: 150, notes: 'No swing' },
      { sets: [{ duration: 45 }], modifier: 'none', restSeconds: 30 },
    ])
    expect(await reread(ada, `/sessions/${planned.body.id}`)).toEqual(planned.body)
  })

  test('plans the working sets of the day where they are wanted', async () => {
    await ada.put('/me/exercises/pull-up', { sets: [{ reps: 7 }, { reps: 7 }, { reps: 6 }] })
    const { id } = await keep()
    const { body } = expectStatus(await planFrom(id, { targets: 'working' }), 201)
    expect(body.exercises[0].planned.sets).toEqual([{ reps: 7 }, { reps: 7 }, { reps: 6 }])
  })

  test('halves the working sets in a deload, and nothing that is written', async () => {
    expectStatus(await ada.post('/me/deload', { startsOn: today }), 201)
    const { id } = await keep()
    const setsOf = async (targets: string) => {
      const { body } = expectStatus(await planFrom(id, { targets }), 201)
      return body.exercises[0].planned.sets.length
    }
    expect([await setsOf('written'), await setsOf('working')]).toEqual([2, 2])
  })

  test('takes a place and an id, and refuses the place of somebody else', async () => {
    const { body } = await ada.patch('/me', { places: [{ name: 'Park', equipment: ['low-bar'] }] })
    const placeId = body.places[0].id
    const { id } = await keep()
    const sessionId = '0198c0de-7a11-7000-8000-0000000000c2'
    expect(expectStatus(await planFrom(id, { placeId, id: sessionId }), 201).body).toMatchObject({
      id: sessionId,
      placeId,
    })
    expect(expectStatus(await planFrom(id, { placeId, id: sessionId }), 200).body.id).toBe(sessionId)
    expect(problemOf(await planFrom(id, { placeId: unknown }))).toEqual(['404 PLACE_NOT_FOUND'])
  })

  test('plans an exercise that the library has retired since', async () => {
    const { id } = await keep()
    await api.db.rows(`update exercises set retired_at = now() where slug = 'dead-hang'`)
    const routine = await ada.get(`/me/routines/${id}`)
    const planned = await planFrom(id)
    await api.db.rows(`update exercises set retired_at = null where slug = 'dead-hang'`)
    for (const { body } of [routine, planned])
      expect(body.exercises).toMatchObject([{}, { exercise: { slug: 'dead-hang' } }])
  })

  test.each([
    ['no day', { date: undefined }, ['422 INVALID_INPUT', '/date REQUIRED']],
    ['a day that does not exist', { date: '2026-02-30' }, null],
    ['targets of our own', { targets: 'easy' }, null],
  ])('refuses %s', async (_, wrong, problem) => {
    const { id } = await keep()
    const answer = await planFrom(id, wrong)
    expect(answer.status).toBe(422)
    if (problem) expect(problemOf(answer)).toEqual(problem)
  })

  test('finds no routine of somebody else', async () => {
    const { id } = await keep()
    const eve = await api.athlete()
    const answers = [
      await eve.get(`/me/routines/${id}`),
      await eve.patch(`/me/routines/${id}`, { name: 'Mine' }),
      await eve.delete(`/me/routines/${id}`),
      await eve.post(`/me/routines/${id}/plan`, { date: today }),
    ]
    for (const answer of answers) expect(problemOf(answer)).toEqual(['404 ROUTINE_NOT_FOUND'])
    expect((await ada.get(`/me/routines/${id}`)).body).toMatchObject({ name: 'Pull day', version: 1 })
  })
})
