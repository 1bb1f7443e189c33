import { beforeEach, describe, expect, test } from 'vitest'
import { type TestAthlete, testApi } from '#tests/support/api.js'
import { expectStatus, log, plan, start } from '#tests/support/session-api.js'

const api = await testApi()
let kiwi: TestAthlete

// half past eleven in the evening of Sunday, 22 November, in Auckland; in UTC it is still the
// morning
const lateOnSunday = '2026-11-22T10:30:00.000Z'
// half an hour past midnight of Monday, 23 November, in Auckland; in UTC it is still Sunday
const earlyOnMonday = '2026-11-22T11:30:00.000Z'

beforeEach(async () => {
  api.setNow(lateOnSunday)
  kiwi = await api.athlete({ timeZone: 'Pacific/Auckland' })
})

const planOn = (athlete: TestAthlete, date: string) => plan(athlete, { date, exercises: [{ exercise: 'push-up' }] })

async function days(athlete: TestAthlete, query = '') {
  const { body } = expectStatus(await athlete.get(`/me/days${query}`), 200)
  return body
}

const datesOf = (items: { date: string }[]) => items.map(({ date }) => date)

describe('GET /me/days', () => {
  test("covers the last seven days in the athlete's time zone, today included", async () => {
    for (const date of ['2026-11-15', '2026-11-16', '2026-11-17', '2026-11-22', '2026-11-23']) await planOn(kiwi, date)
    const sunday = await days(kiwi)
    expect(datesOf(sunday.data)).toEqual(['2026-11-16', '2026-11-17', '2026-11-22'])
    expect(sunday.data.at(-1)).toMatchObject({ isToday: true })
    api.setNow(earlyOnMonday)
    const monday = await days(kiwi)
    expect(datesOf(monday.data)).toEqual(['2026-11-17', '2026-11-22', '2026-11-23'])
    expect(monday.data.map(({ isToday }: { isToday: boolean }) => isToday)).toEqual([false, false, true])
  })

  test('takes today from the time zone of each athlete', async () => {
    api.setNow(earlyOnMonday)
    const londoner = await api.athlete({ timeZone: 'Europe/London' })
    for (const date of ['2026-11-22', '2026-11-23']) await planOn(londoner, date)
    expect((await days(londoner)).data).toEqual([expect.objectContaining({ date: '2026-11-22', isToday: true })])
  })

  test('adds up what was planned and what was done', async () => {
    const { path, exercises } = await start(kiwi, {
      date: '2026-11-22',
      exercises: [{ exercise: 'push-up', sets: [{ reps: 5 }, { reps: 5 }] }, { exercise: 'dead-hang' }],
    })
    await log(kiwi, exercises[0], { reps: 5 })
    await log(kiwi, exercises[1], { duration: 20 })
    expectStatus(await kiwi.post(`${path}/complete`, { durationMinutes: 25 }), 200)
    const [day] = (await days(kiwi)).data
    expect(day).toEqual({
      date: '2026-11-22',
      isToday: true,
      plannedSessions: 1,
      completedSessions: 1,
      totalExercises: 2,
      completedExercises: expect.any(Number),
      plannedSets: 2 + (await kiwi.get('/exercises/dead-hang')).body.defaults.sets.length,
      completedSets: 2,
      extraSets: 0,
      totalReps: 5,
      totalHoldSeconds: 20,
      totalDurationMinutes: 25,
      categories: ['Pull', 'Push'],
      isCompleted: true,
    })
  })

  test('lists a range page by page', async () => {
    const dates = ['2026-03-28', '2026-03-29', '2026-03-30', '2026-04-01']
    for (const date of dates) await planOn(kiwi, date)
    const first = await days(kiwi, '?from=2026-03-28&to=2026-03-31&limit=2')
    expect(datesOf(first.data)).toEqual(['2026-03-28', '2026-03-29'])
    const second = await days(kiwi, `?from=2026-03-28&to=2026-03-31&limit=2&cursor=${first.page.nextCursor}`)
    expect(datesOf(second.data)).toEqual(['2026-03-30'])
    expect(second.page.nextCursor).toBeNull()
  })

  test('lists the last seven days page by page, every page full', async () => {
    for (const day of [14, 15, 16, 18, 20, 22, 23]) await planOn(kiwi, `2026-11-${day}`)
    const dates: string[] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const { data, page } = await days(kiwi, `?limit=1${cursor && `&cursor=${cursor}`}`)
      expect(data).toHaveLength(1)
      dates.push(...datesOf(data))
      cursor = page.nextCursor
    }
    expect(dates).toEqual(['2026-11-16', '2026-11-18', '2026-11-20', '2026-11-22'])
  })

  test.each([
    ['to=2026-11-01', 'from'],
    ['from=2026-11-02&to=2026-11-01', 'to'],
    ['from=2025-11-01&to=2026-11-02', 'to'],
    ['from=2026-02-29&to=2026-03-01', 'from'],
    ['from=yesterday&to=2026-03-01', 'from'],
  ])('refuses ?%s', async (query, parameter) => {
    const { status, body } = await kiwi.get(`/me/days?${query}`)
    expect(status, JSON.stringify(body)).toBe(400)
    expect(body.errors.map((fault: { parameter: string }) => fault.parameter)).toContain(parameter)
  })

  test('shows nothing to another athlete, who cannot use the cursor either', async () => {
    for (const date of ['2026-11-21', '2026-11-22']) await planOn(kiwi, date)
    const { nextCursor } = (await days(kiwi, '?limit=1')).page
    const eve = await api.athlete()
    expect((await days(eve)).data).toEqual([])
    const foreign = await eve.get(`/me/days?limit=1&cursor=${nextCursor}`)
    expect([foreign.status, foreign.body.code]).toEqual([400, 'INVALID_CURSOR'])
  })

  test('needs the scope to read progress', async () => {
    const narrow = await api.athlete({ scopes: ['sessions:read'] })
    expect((await narrow.get('/me/days')).status).toBe(403)
  })
})
