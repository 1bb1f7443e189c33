import { beforeEach, describe, expect, test } from 'vitest'
import { type TestAthlete, testApi } from '#tests/support/api.js'
import { countingDatabase } from '#tests/support/counting-database.js'
import { expectStatus, log, plan, start } from '#tests/support/session-api.js'

const api = await testApi()
let kiwi: TestAthlete

const lateOnSunday = '2026-11-22T10:30:00.000Z'
const earlyOnMonday = '2026-11-22T11:30:00.000Z'

beforeEach(async () => {
  api.setNow(lateOnSunday)
  kiwi = await api.athlete({ timeZone: 'Pacific/Auckland' })
})

async function week(athlete: TestAthlete, name: string) {
  const { body } = expectStatus(await athlete.get(`/me/weeks/${name}`), 200)
  return body
}

type Day = { date: string; isToday: boolean; plannedSessions: number }

describe('GET /me/weeks/{week}', () => {
  test('gives zeros for a week without sessions', async () => {
    const body = await week(kiwi, '2026-W47')
    expect(body).toMatchObject({
      week: '2026-W47',
      from: '2026-11-16',
      to: '2026-11-22',
      timeZone: 'Pacific/Auckland',
      plannedSessions: 0,
      completedSessions: 0,
      skippedSessions: 0,
      adherence: null,
      categories: ['Push', 'Pull', 'Squat'].map((category) => ({
        category,
        plannedSets: 0,
        completedSets: 0,
        extraSets: 0,
      })),
    })
    expect(body.days).toHaveLength(7)
    expect(Object.values(body.totals)).toEqual(Array(8).fill(0))
  })

  test('compares what was planned with what was done, by day and by category', async () => {
    const sets = [{ reps: 5 }, { reps: 5 }]
    const { path, exercises } = await start(kiwi, {
      date: '2026-11-22',
      exercises: [
        { exercise: 'push-up', sets },
        { exercise: 'dead-hang', sets: [{ duration: 20 }] },
      ],
    })
    await log(kiwi, exercises[0], { reps: 5 })
    await log(kiwi, exercises[0], { reps: 4 })
    await log(kiwi, exercises[1], { duration: 15 })
    expectStatus(await kiwi.post(`${path}/complete`, { durationMinutes: 25 }), 200)
    await plan(kiwi, { date: '2026-11-16', exercises: [{ exercise: 'pistol-squat', sets }] })
    const skipped = await plan(kiwi, { date: '2026-11-18', exercises: [{ exercise: 'push-up', sets }] })
    expectStatus(await kiwi.post(`${skipped.path}/skip`), 200)
    await plan(kiwi, { date: '2026-11-23', exercises: [{ exercise: 'push-up', sets }] })

    const body = await week(kiwi, 'current')
    expect(body).toMatchObject({
      week: '2026-W47',
      plannedSessions: 2,
      completedSessions: 1,
      skippedSessions: 1,
      adherence: 0.333,
      totals: { plannedSets: 5, completedSets: 3, totalReps: 9, totalHoldSeconds: 15, totalDurationMinutes: 25 },
      categories: [
        { category: 'Push', plannedSets: 2, completedSets: 2 },
        { category: 'Pull', plannedSets: 1, completedSets: 1 },
        { category: 'Squat', plannedSets: 2, completedSets: 0 },
      ],
    })
    expect(body.days.map(({ plannedSessions }: Day) => plannedSessions)).toEqual([1, 0, 0, 0, 0, 0, 1])
    expect(await week(kiwi, '2026-W47')).toEqual(body)
    const { data } = expectStatus(await kiwi.get('/me/days?from=2026-11-16&to=2026-11-22'), 200).body
    expect(data).toEqual(body.days.filter(({ plannedSessions }: Day) => plannedSessions > 0))
  })

  test('names the exercises of its sessions, with planned and logged sets, in one request', async () => {
    const sets = [{ reps: 5 }, { reps: 5 }]
    const monday = await start(kiwi, {
      date: '2026-11-16',
      time: '18:00',
      notes: 'Elbow felt odd',
      exercises: [
        { exercise: 'push-up', sets },
        { exercise: 'archer-push-up', sets: [{ reps: 5 }] },
      ],
    })
    await log(kiwi, monday.exercises[0], { reps: 8, kind: 'warmup' })
    for (const reps of [5, 5, 4]) await log(kiwi, monday.exercises[0], { reps })
    for (const side of ['left', 'right']) await log(kiwi, monday.exercises[1], { reps: 5, side })
    const early = await plan(kiwi, { date: '2026-11-16', time: '07:00' })
    const skipped = await plan(kiwi, { date: '2026-11-22', exercises: [{ exercise: 'dead-hang' }] })
    expectStatus(await kiwi.post(`${skipped.path}/skip`), 200)
    await plan(kiwi, { date: '2026-11-23', exercises: [{ exercise: 'push-up' }] })

    const { sessions } = await week(kiwi, 'current')
    expect(api.requests.at(-1)?.roundTrips).toBe(1)
    expect(sessions).toMatchObject([
      { id: early.id, date: '2026-11-16', time: '07:00', status: 'planned', exercises: [] },
      {
        id: monday.id,
        status: 'in_progress',
        exercises: [
          {
            exercise: { slug: 'push-up', name: 'Push-up', category: 'Push' },
            ...{ plannedSets: 2, completedSets: 2, extraSets: 1 },
          },
          { exercise: { slug: 'archer-push-up' }, plannedSets: 1, completedSets: 1, extraSets: 0 },
        ],
      },
      { id: skipped.id, date: '2026-11-22', status: 'skipped' },
    ])
    const { version } = expectStatus(await kiwi.get(monday.path), 200).body
    expect(sessions[1].version).toBe(version)
    expect(JSON.stringify(sessions)).not.toContain('Elbow')
  })

  test("takes the current week from the athlete's time zone", async () => {
    await plan(kiwi, { date: '2026-11-23', exercises: [{ exercise: 'push-up' }] })
    expect((await week(kiwi, 'current')).week).toBe('2026-W47')
    api.setNow(earlyOnMonday)
    const monday = await week(kiwi, 'current')
    expect(monday).toMatchObject({ week: '2026-W48', from: '2026-11-23', plannedSessions: 1 })
    expect(monday.days[0]).toMatchObject({ date: '2026-11-23', isToday: true })
    const samoan = await api.athlete({ timeZone: 'Pacific/Pago_Pago' })
    expect(await week(samoan, 'current')).toMatchObject({ week: '2026-W47', timeZone: 'Pacific/Pago_Pago' })
  })

  test('gives the weeks at the end of a year', async () => {
    await plan(kiwi, { date: '2027-01-03', exercises: [{ exercise: 'push-up' }] })
    await plan(kiwi, { date: '2027-01-04', exercises: [{ exercise: 'push-up' }] })
    expect(await week(kiwi, '2026-W53')).toMatchObject({ from: '2026-12-28', to: '2027-01-03', plannedSessions: 1 })
    expect(await week(kiwi, '2027-W01')).toMatchObject({ from: '2027-01-04', to: '2027-01-10', plannedSessions: 1 })
    api.setNow('2027-01-03T10:30:00.000Z')
    expect((await week(kiwi, 'current')).week).toBe('2026-W53')
  })

  test('gives seven days in the week of a change of clocks', async () => {
    const berliner = await api.athlete({ timeZone: 'Europe/Berlin' })
    api.setNow('2026-10-25T22:59:59.000Z')
    const body = await week(berliner, 'current')
    expect(body).toMatchObject({ week: '2026-W43', from: '2026-10-19', to: '2026-10-25' })
    expect(body.days.filter(({ isToday }: Day) => isToday).map(({ date }: Day) => date)).toEqual(['2026-10-25'])
    api.setNow('2026-10-25T23:00:00.000Z')
    expect((await week(berliner, 'current')).week).toBe('2026-W44')
  })

  test.each(['2027-W53', '2026-W00', '2026-W54', '2026-11-16', 'now', '2026-w47'])('refuses %s', async (name) => {
    const { status, body } = await kiwi.get(`/me/weeks/${name}`)
    expect(status, JSON.stringify(body)).toBe(400)
    expect(body.errors).toContainEqual(
      expect.objectContaining({ parameter: 'week', detail: expect.stringMatching(/week/) }),
    )
  })

  test('counts no sessions of another athlete', async () => {
    const eve = await api.athlete()
    await plan(kiwi, { date: '2026-11-22', exercises: [{ exercise: 'push-up' }] })
    expect(await week(eve, '2026-W47')).toMatchObject({ plannedSessions: 0, totals: { plannedSets: 0 } })
  })

  test('refuses an account that was erased', async () => {
    const eve = await api.athlete()
    await api.db.rows('delete from users where id = $1', [eve.id])
    const gone = await eve.get('/me/weeks/current')
    expect([gone.status, gone.body.code]).toEqual([404, 'ACCOUNT_NOT_FOUND'])
  })

  test('counts sets from a row a day, and looks at other rows in proportion to what was planned', async () => {
    const counting = countingDatabase(api.db.url, api.db.database)
    const exercises = Array.from({ length: 50 }, () => ({ exercise: 'push-up' }))
    const rowsOfWeek = async (sessions: number) => {
      const athlete = await api.athlete()
      for (let n = 0; n < sessions; n += 1) await plan(athlete, { date: '2026-11-22', exercises })
      const { categories } = await week(api.servedWith(athlete, { database: counting.database }), 'current')
      expect(categories[0]).toMatchObject({ category: 'Push', plannedSets: 150 * sessions })
      const rows = counting.take()
      return { days: rows.get('listDaySummaries') ?? 0, outlines: rows.get('listSessionOutlines') ?? 0 }
    }
    const [few, many] = [await rowsOfWeek(5), await rowsOfWeek(20)]
    expect(few.days).toBeGreaterThan(0)
    expect(many.days).toBe(few.days)
    expect(many.outlines / few.outlines, `${few.outlines} rows, then ${many.outlines}`).toBeLessThan(6)
  })
})
