import { describe, expect, it } from 'vitest'
import { type TestAthlete, testApi } from '#tests/support/api.js'

const api = await testApi()

/** Plans, starts and completes a session of one exercise on a day. */
async function train(athlete: TestAthlete, date: string, exercise: string, sets: object[], planned = sets.length) {
  const amounts = Array.from({ length: planned }, () =>
    'duration' in (sets[0] ?? {}) ? { duration: 20 } : { reps: 5 },
  )
  const made = await athlete.post('/sessions', { date, exercises: [{ exercise, sets: amounts }] })
  const path = `/sessions/${made.body.id}`
  await athlete.post(`${path}/start`)
  for (const set of sets) {
    const logged = await athlete.post(`${path}/exercises/${made.body.exercises[0].id}/sets`, set)
    expect(logged.status, JSON.stringify(logged.body)).toBe(201)
  }
  const completed = await athlete.post(`${path}/complete`, { completedAt: `${date}T18:00:00Z` })
  expect(completed.status, JSON.stringify(completed.body)).toBe(200)
  return { id: made.body.id, exerciseId: made.body.exercises[0].id, body: completed.body }
}

const set = { reps: 10, rpe: 8 }

describe('progress', () => {
  it('sums work by day, week and month, with the body mass of the day and assistance as negative weight', async () => {
    const athlete = await api.athlete()
    await athlete.patch('/me', { bodyMassKg: 75 })
    await train(athlete, '2026-11-16', 'push-up', [set, set, set])
    await train(athlete, '2026-11-18', 'pull-up', [{ reps: 5, rpe: 9, weightKg: -15 }])
    const range = 'from=2026-11-01&to=2026-11-22'
    const days = await athlete.get(`/me/progress?by=day&${range}`)
    expect(days.status, JSON.stringify(days.body)).toBe(200)
    expect(days.body.points).toHaveLength(2)
    expect(days.body.points[0]).toMatchObject({
      from: '2026-11-16',
      sets: 3,
      reps: 30,
      meanRpe: 8,
      setsPerCategory: { Push: 3, Pull: 0, Squat: 0 },
    })
    expect(days.body.points[0].volumeLoadKgReps).toBeCloseTo(0.64 * 75 * 30, 6)
    expect(days.body.points[1].volumeLoadKgReps).toBeCloseTo((0.94 * 75 - 15) * 5, 6)
    const weeks = await athlete.get(`/me/progress?by=week&${range}`)
    expect(weeks.body.points).toMatchObject([{ from: '2026-11-16', sets: 4 }])
    const months = await athlete.get(`/me/progress?by=month&${range}`)
    expect(months.body.points).toMatchObject([{ from: '2026-11-01', sets: 4 }])
    expect(api.requests.at(-1)?.roundTrips).toBe(1)
  })

  it('names the set of each record, and follows a correction', async () => {
    const athlete = await api.athlete()
    await train(athlete, '2026-11-10', 'push-up', [{ reps: 9 }])
    const typo = await train(athlete, '2026-11-12', 'push-up', [{ reps: 20 }])
    expect((await athlete.get('/me/records')).body.data[0]).toMatchObject({ kind: 'reps', value: 20, on: '2026-11-12' })
    const session = await athlete.get(`/sessions/${typo.id}`)
    const [logged] = session.body.exercises[0].sets
    await athlete.patch(`/sessions/${typo.id}/exercises/${typo.exerciseId}/sets/${logged.id}`, { reps: 8 })
    expect((await athlete.get('/me/records')).body.data[0]).toMatchObject({ value: 9, on: '2026-11-10' })
  })

  it('lists each record once, page by page, even those of one day', async () => {
    const [athlete, other] = [await api.athlete(), await api.athlete()]
    for (const exercise of ['push-up', 'pull-up', 'archer-push-up']) {
      await train(athlete, '2026-11-10', exercise, [{ reps: 9, weightKg: 5 }])
    }
    await train(athlete, '2026-11-12', 'dead-hang', [{ duration: 40 }])
    const { body: whole } = await athlete.get('/me/records')
    expect(whole.page).toEqual({ nextCursor: null, limit: 25 })
    expect(whole.data).toHaveLength(7)
    expect(whole.data[0]).toMatchObject({ exercise: { slug: 'dead-hang' }, kind: 'hold', value: 40, on: '2026-11-12' })
    const paged = []
    let after = ''
    do {
      const { body } = await athlete.get(`/me/records?limit=2${after}`)
      paged.push(...body.data)
      after = body.page.nextCursor === null ? '' : `&cursor=${body.page.nextCursor}`
      if (paged.length === 2) expect((await other.get(`/me/records?limit=2${after}`)).body.code).toBe('INVALID_CURSOR')
    } while (after !== '')
    expect(paged).toEqual(whole.data)
  })

  it('says what is missing to master an exercise, now and at an earlier instant', async () => {
    api.setNow('2026-11-19T12:00:00.000Z')
    const athlete = await api.athlete()
    await api.db.rows(`update users set created_at = '2026-11-01' where id = $1`, [athlete.id])
    const default10 = { reps: 10, rpe: 8 }
    const first = await athlete.post('/sessions', { date: '2026-11-16', exercises: [{ exercise: 'push-up' }] })
    expect(first.body.exercises[0].planned.sets).toHaveLength(3)
    await trainAgain(athlete, first.body, default10)
    const { body } = await athlete.get('/me/exercises/push-up/mastery')
    expect(body).toMatchObject({ isMastered: false, sessionsMissing: 1 })
    expect(body.sessionsThatCount).toHaveLength(1)
    api.setNow('2026-11-19T13:00:00.000Z')
    const second = await athlete.post('/sessions', { date: '2026-11-18', exercises: [{ exercise: 'push-up' }] })
    await trainAgain(athlete, second.body, default10)
    expect((await athlete.get('/me/exercises/push-up/mastery')).body).toMatchObject({
      isMastered: true,
      sessionsMissing: 0,
    })
    const before = await athlete.get('/me/exercises/push-up/mastery?at=2026-11-19T12:30:00Z')
    expect(before.body).toMatchObject({ isMastered: false, sessionsMissing: 1 })
    const history = await athlete.get('/me/exercises/push-up/history')
    expect(history.body.sessions).toMatchObject([{ amounts: [10, 10, 10], best: 10 }, { date: '2026-11-18' }])
    const early = await athlete.get('/me/exercises/push-up/mastery?at=2020-01-01T00:00:00Z')
    expect([early.status, early.body.errors[0].parameter]).toEqual([422, 'at'])
  })

  it('lists events, latest first, by type and page', async () => {
    const athlete = await api.athlete()
    await athlete.put('/me/levels/Push', { level: 1 })
    await athlete.put('/me/levels/Push', { level: 2 })
    await athlete.patch('/me', { name: 'Grace' })
    const all = await athlete.get('/me/history?limit=2')
    expect(all.body.data.map(({ type }: { type: string }) => type)).toEqual(['profile.changed', 'level.setByHand'])
    const next = await athlete.get(`/me/history?limit=2&cursor=${all.body.page.nextCursor}`)
    expect(next.body.data).toMatchObject([{ type: 'level.setByHand', payload: { level: 1 } }])
    const levels = await athlete.get('/me/history?type=level.setByHand')
    expect(levels.body.data).toHaveLength(2)
    expect((await athlete.get('/me/history?type=nonsense')).status).toBe(400)
  })

  it('gives levels as they were known at an earlier instant', async () => {
    const athlete = await api.athlete()
    await api.db.rows(`update users set created_at = '2026-11-01' where id = $1`, [athlete.id])
    api.setNow('2026-11-10T12:00:00.000Z')
    await athlete.put('/me/levels/Push', { level: 1 })
    api.setNow('2026-11-20T12:00:00.000Z')
    await athlete.put('/me/levels/Push', { level: 3 })
    const then = await athlete.get('/me/levels?at=2026-11-15T00:00:00Z')
    expect(then.body.data[0]).toMatchObject({ category: 'Push', level: 1, levelName: 'Beginner', version: 1 })
  })

  it('counts the weeks with training, and apart from them those in which everything planned was done', async () => {
    api.setNow('2026-11-22T12:00:00.000Z')
    const athlete = await api.athlete()
    await train(athlete, '2026-11-04', 'push-up', [set])
    await train(athlete, '2026-11-11', 'push-up', [set])
    const skipped = await athlete.post('/sessions', { date: '2026-11-12' })
    await athlete.post(`/sessions/${skipped.body.id}/skip`)
    await train(athlete, '2026-11-18', 'push-up', [set])
    const { body } = await athlete.get('/me/adherence')
    expect(body).toMatchObject({
      currentStreakWeeks: 3,
      longestStreakWeeks: 3,
      currentKeptWeeks: 1,
      longestKeptWeeks: 1,
    })
    expect(body.weeks.map(({ adherence }: { adherence: number }) => adherence)).toEqual([1, 0.5, 1])
  })

  async function trainAgain(athlete: TestAthlete, session: { id: string; exercises: { id: string }[] }, done: object) {
    await athlete.post(`/sessions/${session.id}/start`)
    for (let round = 0; round < 3; round += 1) {
      await athlete.post(`/sessions/${session.id}/exercises/${session.exercises[0]?.id}/sets`, done)
    }
    const completed = await athlete.post(`/sessions/${session.id}/complete`)
    expect(completed.status, JSON.stringify(completed.body)).toBe(200)
  }
})
