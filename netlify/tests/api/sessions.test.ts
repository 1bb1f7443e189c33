import { beforeAll, describe, expect, test } from 'vitest'
import { type TestAthlete, testApi } from '#tests/support/api.js'
import { expectStatus, log, noon, plan, problemOf, reread, start, today, workout } from '#tests/support/session-api.js'

const api = await testApi()
let athlete: TestAthlete

beforeAll(() => api.setNow(noon))
beforeAll(async () => {
  athlete = await api.athlete()
})

describe('planning a session', () => {
  test('answers as the next GET does, with the address of the session', async () => {
    const body = { ...workout, time: '18:30', level: 1, durationMinutes: 45, notes: 'Im Park – 🌳' }
    const created = expectStatus(await athlete.post('/sessions', body), 201)
    expect(created.headers.get('location')).toBe(`/api/v1/sessions/${created.body.id}`)
    expect(created.headers.get('etag')).toMatch(/^"1\./)
    expect(await reread(athlete, `/sessions/${created.body.id}`)).toEqual(created.body)
    expect(created.body).toMatchObject({
      ...body,
      exercises: [{}, {}, {}],
      status: 'planned',
      isToday: true,
      version: 1,
    })
  })

  test("takes the prescription of the request, else the athlete's own, else the library's", async () => {
    const me = await api.athlete()
    await me.put('/me/exercises/dead-hang', { sets: [{ duration: 45 }], restSeconds: 30 })
    const given = {
      exercise: 'archer-push-up',
      sets: [{ reps: 2 }],
      tempo: '1-0-1-0',
      restSeconds: 5,
      notes: 'left first',
    }
    const { session } = await plan(me, {
      date: today,
      exercises: [{ exercise: 'push-up' }, { exercise: 'dead-hang' }, given],
    })
    expect(session.exercises.map(({ planned }: { planned: object }) => planned)).toEqual([
      {
        sets: [{ reps: 10 }, { reps: 10 }, { reps: 10 }],
        modifier: 'none',
        tempo: '2-1-2-0',
        restSeconds: 90,
        notes: null,
        group: null,
      },
      { sets: [{ duration: 45 }], modifier: 'none', tempo: 'hold', restSeconds: 30, notes: null, group: null },
      { sets: [{ reps: 2 }], modifier: 'none', tempo: '1-0-1-0', restSeconds: 5, notes: 'left first', group: null },
    ])
  })

  test('accepts ids that the client chose, and refuses them to others', async () => {
    const ids = { id: '0198c0de-7a11-7000-8000-0000000000a1', exercise: '0198c0de-7a11-7000-8000-0000000000a2' }
    const body = { id: ids.id, date: today, exercises: [{ id: ids.exercise, exercise: 'push-up' }] }
    const { session } = await plan(athlete, body)
    expect(session).toMatchObject({ id: ids.id, exercises: [{ id: ids.exercise }] })
    const stranger = await api.athlete()
    expect(problemOf(await stranger.post('/sessions', body))).toEqual(['409 ID_TAKEN'])
    expect(problemOf(await stranger.post('/sessions', { ...body, id: undefined }))).toEqual(['409 ID_TAKEN'])
    expect(expectStatus(await stranger.get('/sessions'), 200).body.data).toEqual([])
  })

  test('accepts exercises by id, the same one twice, and none at all', async () => {
    const [row] = await api.db.rows<{ id: string }>(`select id from exercises where slug = 'push-up'`)
    const { session } = await plan(athlete, {
      date: today,
      exercises: [{ exercise: row?.id }, { exercise: 'push-up' }],
    })
    expect(session.exercises.map(({ exercise }: { exercise: { slug: string } }) => exercise.slug)).toEqual([
      'push-up',
      'push-up',
    ])
    expect((await plan(athlete, { date: today })).session.exercises).toEqual([])
  })

  test('is refused for an account that was erased', async () => {
    const gone = await api.athlete()
    await api.db.rows('delete from users where id = $1', [gone.id])
    expect(problemOf(await gone.post('/sessions', workout))).toEqual(['404 ACCOUNT_NOT_FOUND'])
  })
})

describe('changing a session', () => {
  test('clears what is null, keeps what is not named, and answers as the next GET does', async () => {
    const { path, session } = await plan(athlete, { ...workout, time: '18:30', notes: 'park', level: 2 })
    const { body } = expectStatus(await athlete.patch(path, { time: null, level: 3, date: '2026-11-25' }), 200)
    expect(body).toEqual({
      ...session,
      time: null,
      level: 3,
      date: '2026-11-25',
      isToday: false,
      version: 2,
      updatedAt: '2026-11-22T12:00:00.001Z',
    })
    expect(await reread(athlete, path)).toEqual(body)
  })

  test('keeps the version and appends no event when nothing changes', async () => {
    const { path, session } = await plan(athlete, { ...workout, notes: 'park' })
    const before = await api.db.rows('select id from events where user_id = $1', [athlete.id])
    expect(expectStatus(await athlete.patch(path, { notes: 'park', date: today, time: null }), 200).body).toEqual(
      session,
    )
    expect(await api.db.rows('select id from events where user_id = $1', [athlete.id])).toEqual(before)
  })

  test('moves performed work to any day until today', async () => {
    const { path } = await start(athlete)
    expectStatus(await athlete.patch(path, { date: '2026-11-21' }), 200)
    expect(problemOf(await athlete.patch(path, { date: '2026-11-23' }))).toEqual(['422 DATE_IN_FUTURE'])
    expect(await reread(athlete, path)).toMatchObject({ date: '2026-11-21', version: 3 })
  })

  test('is refused under a version that is out of date', async () => {
    const { path } = await plan(athlete)
    const changed = await athlete.patch(path, { notes: 'one' }, { headers: { 'if-match': '"1"' } })
    expect(expectStatus(changed, 200).headers.get('etag')).toMatch(/^"2\./)
    expect(problemOf(await athlete.patch(path, { notes: 'two' }, { headers: { 'if-match': '"1"' } }))).toEqual([
      '412 VERSION_MISMATCH',
    ])
    expect(await reread(athlete, path)).toMatchObject({ notes: 'one', version: 2 })
    const etag = `${changed.headers.get('etag')}`
    expectStatus(await athlete.patch(path, { notes: 'two' }, { headers: { 'if-match': etag } }), 200)
    expect(problemOf(await athlete.patch(path, { notes: 'three' }, { headers: { 'if-match': etag } }))).toEqual([
      '412 VERSION_MISMATCH',
    ])
  })

  test('is refused with a version when the session is only to be created', async () => {
    const answered = await athlete.post('/sessions', workout, { headers: { 'if-match': '"1"' } })
    expect(problemOf(answered)).toEqual(['412 VERSION_MISMATCH'])
  })
})

describe('deleting a session', () => {
  test.each(['planned', 'in_progress', 'completed', 'skipped'])(
    'deletes a session that is %s, with everything in it',
    async (status) => {
      const me = await api.athlete()
      const { path, exercises } = status === 'in_progress' || status === 'completed' ? await start(me) : await plan(me)
      if (status === 'in_progress' || status === 'completed') await log(me, exercises[0], { reps: 8 })
      if (status === 'completed') expectStatus(await me.post(`${path}/complete`), 200)
      if (status === 'skipped') expectStatus(await me.post(`${path}/skip`), 200)
      expect(await reread(me, path)).toMatchObject({ status })
      const deleted = expectStatus(await me.delete(path), 204)
      expect(deleted.body).toBeNull()
      expect(problemOf(await me.get(path))).toEqual(['404 SESSION_NOT_FOUND'])
      expect(problemOf(await me.delete(path))).toEqual(['404 SESSION_NOT_FOUND'])
      const left = await api.db.rows(
        `select (select count(*)::int from session_exercises where user_id = $1)
            + (select count(*)::int from exercise_set_logs where user_id = $1)
            + (select count(*)::int from daily_workout_summary where user_id = $1) as rows`,
        [me.id],
      )
      expect(left).toEqual([{ rows: 0 }])
    },
  )

  test('is refused under a version that is out of date', async () => {
    const { path } = await start(athlete)
    expect(problemOf(await athlete.delete(path, { headers: { 'if-match': '"1"' } }))).toEqual(['412 VERSION_MISMATCH'])
    expectStatus(await athlete.delete(path, { headers: { 'if-match': '"2"' } }), 204)
  })
})

describe('isToday of a session', () => {
  test("is judged in the athlete's time zone", async () => {
    const east = await api.athlete({ timeZone: 'Pacific/Kiritimati' })
    const { path, session } = await plan(east, { date: '2026-11-23' })
    expect(session.isToday).toBe(true)
    expect((await reread(east, path)).isToday).toBe(true)
    expect(expectStatus(await east.get('/sessions'), 200).body.data).toMatchObject([{ isToday: true }])
  })
})
