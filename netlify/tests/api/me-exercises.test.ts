import { beforeEach, describe, expect, test } from 'vitest'
import { ruleBook, rulesInForce } from '#domain/rules/rules-in-force.js'
import { deriveTraining } from '#domain/training/derive.js'
import { inOneGo } from '#domain/values/in-one-go.js'
import { readLibrary } from '#queries/read-library.js'
import { readTrainingLog } from '#queries/training-log.js'
import { type TestAthlete, testApi } from '#tests/support/api.js'
import { expectStatus, log, start } from '#tests/support/session-api.js'

const api = await testApi()
let ada: TestAthlete

beforeEach(async () => {
  ada = await api.athlete()
  api.setNow('2026-11-22T10:30:00.000Z')
})

const path = '/me/exercises/bar-muscle-up'
const defaults = { sets: [{ reps: 3 }, { reps: 3 }, { reps: 3 }], tempo: '2-0-X-0', restSeconds: 180, notes: null }

describe('GET /me/exercises/{exercise}', () => {
  test('gives the defaults of the library, by slug and by id', async () => {
    const { status, body } = await ada.get(path)
    expect(status, JSON.stringify(body)).toBe(200)
    expect(body).toEqual({
      exercise: expect.objectContaining({ slug: 'bar-muscle-up', category: 'Pull', level: 4 }),
      isPersonal: false,
      current: defaults,
      defaults,
      isMastered: false,
      masteredAt: null,
      version: 0,
    })
    expect((await ada.get(`/me/exercises/${body.exercise.id}`)).body).toEqual(body)
  })

  test('does not find an unknown exercise', async () => {
    const { status, body } = await ada.get('/me/exercises/no-such-exercise')
    expect([status, body.code]).toEqual([404, 'EXERCISE_NOT_FOUND'])
  })
})

describe('PUT /me/exercises/{exercise}', () => {
  test('answers as the next GET does', async () => {
    const own = { sets: [{ reps: 1 }, { reps: 1 }], tempo: '3-0-X-1', restSeconds: 240, notes: 'False grip' }
    const { status, body } = await ada.put(path, own)
    expect(status, JSON.stringify(body)).toBe(200)
    expect(body).toMatchObject({ isPersonal: true, current: own, defaults, version: 1 })
    expect((await ada.get(path)).body).toEqual(body)
  })

  test('replaces all personal fields, so that those left out have their defaults again', async () => {
    await ada.put(path, { sets: [{ reps: 1 }], notes: 'False grip' })
    const { body } = await ada.put(path, { restSeconds: 0 })
    expect(body).toMatchObject({ current: { ...defaults, restSeconds: 0 }, version: 2 })
    expect((await ada.get(path)).body).toEqual(body)
  })

  test('keeps the version and writes nothing when nothing changes', async () => {
    const own = { sets: [{ reps: 1 }], notes: 'False grip' }
    const first = await ada.put(path, own)
    const again = await ada.put(path, own)
    expect(again.body).toEqual(first.body)
    expect(again.headers.get('server-timing')).toContain('1 round trip"')
  })

  test('appends working sets as a directive, and names the other fields as changed', async () => {
    await ada.put(path, { sets: [{ reps: 2 }], tempo: '3-0-X-1' })
    await ada.patch(path, { sets: null })
    const events = await api.db.rows(
      `select type, payload - 'exerciseId' as payload from events where user_id = $1 order by sequence`,
      [ada.id],
    )
    const { version: rulesVersion } = rulesInForce
    expect(events).toEqual([
      { type: 'workingSets.setByHand', payload: { on: '2026-11-22', sets: [2], rulesVersion } },
      { type: 'exerciseConfig.changed', payload: { fields: ['tempo'] } },
      { type: 'workingSets.setByHand', payload: { on: '2026-11-22', sets: null, rulesVersion } },
    ])
  })

  test('counts after a session that was completed in the same instant', async () => {
    const { path: session, exercises } = await start(ada, { date: '2026-11-22', exercises: [{ exercise: 'pull-up' }] })
    await log(ada, exercises[0], { reps: 3 })
    expectStatus(await ada.post(`${session}/complete`, { durationMinutes: 20 }), 200)
    const { body } = await ada.put('/me/exercises/pull-up', { sets: [{ reps: 2 }, { reps: 2 }] })
    expect(body.current.sets).toEqual([{ reps: 2 }, { reps: 2 }])
    expect((await ada.get('/me/exercises/pull-up')).body).toEqual(body)
    const trainingLog = await api.db.athlete(ada.id).query(readTrainingLog({ userId: ada.id }))
    const { library } = await api.db.visitor().query(readLibrary())
    const derived = inOneGo(deriveTraining(trainingLog, library, ruleBook))
    expect(derived.exercises.get(body.exercise.id)?.working).toEqual([2, 2])
  })

  test.each([
    ['a hold for an exercise that is counted in reps', { sets: [{ duration: 30 }] }, 'METRIC_MISMATCH'],
    ['no sets', { sets: [] }, 'INVALID_INPUT'],
    ['21 sets', { sets: Array.from({ length: 21 }, () => ({ reps: 1 })) }, 'INVALID_INPUT'],
    ['sets of both metrics', { sets: [{ reps: 1 }, { duration: 1 }] }, 'INVALID_INPUT'],
    ['a set with both metrics', { sets: [{ reps: 1, duration: 1 }] }, 'INVALID_INPUT'],
    ['0 reps', { sets: [{ reps: 0 }] }, 'INVALID_INPUT'],
    ['-1 reps', { sets: [{ reps: -1 }] }, 'INVALID_INPUT'],
    ['half a rep', { sets: [{ reps: 0.5 }] }, 'INVALID_INPUT'],
    ['a malformed tempo', { tempo: 'slow' }, 'INVALID_INPUT'],
    ['two hours of rest', { restSeconds: 7200 }, 'INVALID_INPUT'],
    ['notes of 1001 characters', { notes: 'x'.repeat(1001) }, 'INVALID_INPUT'],
    ['a mastery', { isMastered: true }, 'INVALID_INPUT'],
    ['a version', { version: 7 }, 'INVALID_INPUT'],
    ['the id of another athlete', { userId: '00000000-0000-4000-8000-000000000000' }, 'INVALID_INPUT'],
  ])('refuses %s and writes nothing', async (_, own, code) => {
    const { status, body } = await ada.put(path, own)
    expect([status, body.code], JSON.stringify(body)).toEqual([422, code])
    expect((await ada.get(path)).body.version).toBe(0)
  })

  test('does not find an unknown exercise', async () => {
    const { status, body } = await ada.put('/me/exercises/no-such-exercise', {})
    expect([status, body.code]).toEqual([404, 'EXERCISE_NOT_FOUND'])
  })

  test('refuses an account that was erased', async () => {
    await api.db.rows('delete from users where id = $1', [ada.id])
    const { status, body } = await ada.put(path, { restSeconds: 1 })
    expect([status, body.code]).toEqual([404, 'ACCOUNT_NOT_FOUND'])
  })
})

describe('PATCH /me/exercises/{exercise}', () => {
  test('goes back to the default of a field that is null, and keeps fields that are left out', async () => {
    await ada.put(path, { sets: [{ reps: 1 }], tempo: '3-0-X-1', notes: 'False grip' })
    const { status, body } = await ada.patch(path, { sets: null, restSeconds: 200 })
    expect(status, JSON.stringify(body)).toBe(200)
    expect(body.current).toEqual({ sets: defaults.sets, tempo: '3-0-X-1', restSeconds: 200, notes: 'False grip' })
    expect((await ada.get(path)).body).toEqual(body)
  })

  test('accepts sets of a hold', async () => {
    const { body } = await ada.patch('/me/exercises/high-plank-hold', { sets: [{ duration: 20 }] })
    expect(body).toMatchObject({ current: { sets: [{ duration: 20 }] }, version: 1 })
    expect((await ada.get('/me/exercises/high-plank-hold')).body).toEqual(body)
  })

  test('refuses an If-Match that is out of date, even when nothing was set before', async () => {
    const first = await ada.patch(path, { restSeconds: 100 }, { headers: { 'if-match': '"0"' } })
    expect(first.status, JSON.stringify(first.body)).toBe(200)
    const stale = await ada.patch(path, { restSeconds: 101 }, { headers: { 'if-match': '"0"' } })
    expect([stale.status, stale.body.code]).toEqual([412, 'VERSION_MISMATCH'])
  })

  test('loses none of four changes that arrive at once for four fields', async () => {
    const patches = [{ sets: [{ reps: 2 }] }, { tempo: '3-0-X-1' }, { restSeconds: 90 }, { notes: 'False grip' }]
    const answers = await Promise.all(patches.map((patch) => ada.patch(path, patch)))
    expect(
      answers.map(({ status }) => status),
      JSON.stringify(answers.map(({ body }) => body)),
    ).toEqual([200, 200, 200, 200])
    const { body } = await ada.get(path)
    expect(body.current).toEqual({ sets: [{ reps: 2 }], tempo: '3-0-X-1', restSeconds: 90, notes: 'False grip' })
    expect(body).toEqual(answers.find((answer) => answer.body.version === 4)?.body)
  })
})

describe('DELETE /me/exercises/{exercise}', () => {
  test('goes back to the defaults, and counts the version on', async () => {
    await ada.put(path, { sets: [{ reps: 1 }], notes: 'False grip' })
    await api.db.rows('update user_exercise_configs set is_mastered = true, mastered_at = $2 where user_id = $1', [
      ada.id,
      '2026-11-01T00:00:00.000Z',
    ])
    const { status, body } = await ada.delete(path)
    expect([status, body]).toEqual([204, null])
    expect((await ada.get(path)).body).toMatchObject({ isPersonal: false, current: defaults, version: 2 })
    expect((await ada.get('/me/exercises')).body.data).toEqual([])
    expect((await ada.put(path, { restSeconds: 60 })).body.version).toBe(3)
  })

  test('does not find settings that were never set, were deleted already, or belong to no exercise', async () => {
    const never = await ada.delete(path)
    expect([never.status, never.body.code]).toEqual([404, 'EXERCISE_CONFIG_NOT_FOUND'])
    await ada.put(path, { restSeconds: 60 })
    await ada.delete(path)
    const again = await ada.delete(path)
    expect([again.status, again.body.code]).toEqual([404, 'EXERCISE_CONFIG_NOT_FOUND'])
    const unknown = await ada.delete('/me/exercises/no-such-exercise')
    expect([unknown.status, unknown.body.code]).toEqual([404, 'EXERCISE_NOT_FOUND'])
  })

  test('refuses an If-Match that is out of date', async () => {
    await ada.put(path, { restSeconds: 60 })
    await ada.put(path, { restSeconds: 61 })
    const stale = await ada.delete(path, { headers: { 'if-match': '"1"' } })
    expect([stale.status, stale.body.code]).toEqual([412, 'VERSION_MISMATCH'])
    expect((await ada.get(path)).body.isPersonal).toBe(true)
  })
})

describe('GET /me/exercises', () => {
  test('lists personal exercises only, by slug, page by page', async () => {
    for (const slug of ['wall-push-up', 'pull-up', 'bar-muscle-up']) {
      await ada.put(`/me/exercises/${slug}`, { restSeconds: 75 })
    }
    await ada.put('/me/exercises/pistol-squat', {})
    const first = await ada.get('/me/exercises?limit=2')
    expect(first.status, JSON.stringify(first.body)).toBe(200)
    const second = await ada.get(`/me/exercises?limit=2&cursor=${first.body.page.nextCursor}`)
    const data = [...first.body.data, ...second.body.data]
    expect(data.map(({ exercise }) => exercise.slug)).toEqual(['bar-muscle-up', 'pull-up', 'wall-push-up'])
    expect(second.body.page.nextCursor).toBeNull()
    expect(data[0]).toEqual((await ada.get(path)).body)
  })

  test('shows nothing to another athlete, who cannot use the cursor either', async () => {
    await ada.put(path, { restSeconds: 75 })
    await ada.put('/me/exercises/pull-up', { restSeconds: 75 })
    const { nextCursor } = (await ada.get('/me/exercises?limit=1')).body.page
    const eve = await api.athlete()
    expect((await eve.get('/me/exercises')).body.data).toEqual([])
    expect((await eve.get(path)).body).toMatchObject({ isPersonal: false, version: 0 })
    const { status, body } = await eve.get(`/me/exercises?limit=1&cursor=${nextCursor}`)
    expect([status, body.code]).toEqual([400, 'INVALID_CURSOR'])
  })
})
