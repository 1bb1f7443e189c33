import { beforeEach, describe, expect, test } from 'vitest'
import { type TestAthlete, testApi } from '#tests/support/api.js'
import { expectStatus, log, start } from '#tests/support/session-api.js'

const api = await testApi()

async function trainOn(me: TestAthlete, date: string) {
  const { path, exercises } = await start(me, { date, exercises: [{ exercise: 'pull-up' }] })
  await log(me, exercises[0], { reps: 10, rpe: 8 })
  expectStatus(await me.post(`${path}/complete`, { durationMinutes: 30 }), 200)
}

const bodyOf = async (me: TestAthlete, path: string) => expectStatus(await me.get(path), 200).body

describe('a session that was completed before a flight over the date line', () => {
  const day = '2026-11-27'
  let kiwi: TestAthlete

  beforeEach(async () => {
    api.setNow('2026-11-26T20:00:00.000Z')
    kiwi = await api.athlete({ timeZone: 'Pacific/Auckland' })
    await trainOn(kiwi, day)
    expectStatus(await kiwi.patch('/me', { timeZone: 'America/Los_Angeles' }), 200)
  })

  test('counts in adherence and streak', async () => {
    expect(await bodyOf(kiwi, '/me/adherence')).toMatchObject({
      weeks: [{ planned: 1, completed: 1 }],
      currentStreakWeeks: 1,
      longestStreakWeeks: 1,
    })
  })

  test('is among the days', async () => {
    expect((await bodyOf(kiwi, '/me/days')).data).toMatchObject([{ date: day, isToday: false, completedSessions: 1 }])
  })

  test('is the last day of load, and of progress', async () => {
    const { to, days } = await bodyOf(kiwi, '/me/load')
    expect(to).toBe(day)
    expect(days.at(-1)).toMatchObject({ date: day, sets: { Pull: 1 } })
    expect((await bodyOf(kiwi, '/me/progress?by=day')).points).toMatchObject([{ from: day, sets: 1 }])
    expect((await bodyOf(kiwi, '/me/exercises/pull-up/history')).sessions).toMatchObject([{ date: day, amounts: [10] }])
  })

  test('leaves out what is planned for that day and not done', async () => {
    expectStatus(await kiwi.post('/sessions', { date: '2026-11-28' }), 201)
    expect((await bodyOf(kiwi, '/me/days')).data).toHaveLength(1)
    expect((await bodyOf(kiwi, '/me/adherence')).weeks).toMatchObject([{ planned: 1, completed: 1 }])
  })
})

describe('a streak', () => {
  test('of five weeks has ended when eight weeks passed without training', async () => {
    const me = await api.athlete()
    api.setNow('2026-11-25T12:00:00.000Z')
    for (const date of ['2026-09-01', '2026-09-08', '2026-09-15', '2026-09-22', '2026-09-29', '2026-11-24']) {
      await trainOn(me, date)
    }
    expect(await bodyOf(me, '/me/adherence')).toMatchObject({
      currentStreakWeeks: 1,
      longestStreakWeeks: 5,
      currentKeptWeeks: 6,
      longestKeptWeeks: 6,
    })
  })
})

describe('a body mass that was never given', () => {
  const paths = ['/me/load', '/me/progress', '/me/exercises/pull-up/history', '/me/warnings']

  test.each(paths)('is said to be assumed in %s, and not once it is given', async (path) => {
    api.setNow('2026-11-22T12:00:00.000Z')
    const me = await api.athlete()
    await trainOn(me, '2026-11-22')
    expect(await bodyOf(me, path)).toMatchObject({ bodyMassAssumed: true })
    expectStatus(await me.patch('/me', { bodyMassKg: 80 }), 200)
    expect(await bodyOf(me, path)).toMatchObject({ bodyMassAssumed: false })
  })
})

test('a volume is a number that can be printed', async () => {
  api.setNow('2026-11-22T12:00:00.000Z')
  const me = await api.athlete()
  expectStatus(await me.patch('/me', { bodyMassKg: 80 }), 200)
  await trainOn(me, '2026-11-22')
  expect((await bodyOf(me, '/me/progress')).points).toMatchObject([{ volumeLoadKgReps: 752 }])
})
