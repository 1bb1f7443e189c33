import { beforeEach, describe, expect, test } from 'vitest'
import { addDays } from '#domain/calendar/days-between.js'
import { type TestAthlete, testApi } from '#tests/support/api.js'
import { type CoachedDay, followCoachOn } from '#tests/support/coached-days.js'
import { eventsOf } from '#tests/support/performed.js'
import { expectStatus, plan, problemOf } from '#tests/support/session-api.js'
import { trainOn } from '#tests/support/trained-days.js'

const api = await testApi()
const monday = '2026-09-07'
const day = (offset: number) => addDays(monday, offset)

beforeEach(() => api.setNow(`${monday}T12:00:00.000Z`))

async function athlete(): Promise<TestAthlete> {
  api.setNow(`${monday}T12:00:00.000Z`)
  const one = await api.athlete()
  expectStatus(await one.post('/me/levels/assessment', { levels: { Push: 2, Pull: 2, Squat: 2 } }), 200)
  expectStatus(await one.patch('/me', { equipment: ['pull-up-bar', 'low-bar', 'wall'], daysPerWeek: 2 }), 200)
  return one
}

/** Two weeks so hard that an easier one is due on day 14. */
async function twoHardWeeks(): Promise<TestAthlete> {
  const one = await athlete()
  for (const offset of [1, 10])
    await trainOn(api, one, day(offset), { exercise: 'push-up', sets: [{ reps: 8, rpe: 9.5 }] })
  api.setNow(`${day(14)}T12:00:00.000Z`)
  return one
}

const told = ({ exercises, decisions }: CoachedDay) => ({
  planned: exercises.map(({ exercise: { slug }, planned: { sets } }) => ({ slug, sets })),
  decided: decisions.map(({ exercise: { slug }, decision, reason, workingAfter }) => ({
    slug,
    decision,
    reason,
    workingAfter,
  })),
})

describe('an easier week that is due', () => {
  test('is the same whether it was begun or accepted, for four weeks', { timeout: 60_000 }, async () => {
    const [begun, accepted] = [await twoHardWeeks(), await twoHardWeeks()]
    expectStatus(await begun.post('/me/deload', {}), 201)
    for (const offset of [14, 17, 21, 24]) {
      const asked = await followCoachOn(api, begun, day(offset), { rpe: offset < 21 ? 6 : 8, minutes: 10 })
      const taken = await followCoachOn(api, accepted, day(offset), { rpe: offset < 21 ? 6 : 8, minutes: 10 })
      expect(told(taken)).toEqual(told(asked))
      const isEasy = offset < 21
      expect(new Set(taken.decisions.map(({ reason }) => reason)).has('deload')).toBe(isEasy)
      expect(taken.advice.rules.map(({ ruleId }) => ruleId).includes('week.deload')).toBe(isEasy)
    }
  })

  test('begins with the first session of it that is accepted, and with no other', async () => {
    const one = await twoHardWeeks()
    const before = await plan(one, {
      date: day(16),
      exercises: [{ exercise: 'push-up', sets: Array(4).fill({ reps: 5 }) }],
    })
    expect((await one.get('/me/next-workout')).body.easierWeek).toMatchObject({ begun: false, triggers: ['high_rpe'] })
    expect((await one.get('/me/deload')).body).toMatchObject({ due: true, current: null })
    const { headers } = expectStatus(await one.post('/me/next-workout/accept', {}), 201)
    expect(headers.get('server-timing')).toContain('2 round trips')
    expect((await one.get('/me/deload')).body).toMatchObject({
      due: false,
      current: { startsOn: day(14), endsOn: day(20), triggers: ['high_rpe'] },
    })
    expect((await one.get(before.path)).body.exercises[0].planned.sets).toHaveLength(2)
    const accepted = await one.post('/me/next-workout/accept', { date: day(18) })
    const sets = expectStatus(accepted, 201).body.exercises.map(
      (item: { planned: { sets: object[] } }) => item.planned.sets,
    )
    const { body: advice } = await one.get(`/me/next-workout?date=${day(19)}&force=true`)
    expect(advice.easierWeek).toMatchObject({ begun: true })
    expect(
      (await one.get(`/sessions/${accepted.body.id}`)).body.exercises.map(
        (item: { planned: { sets: object[] } }) => item.planned.sets,
      ),
    ).toEqual(sets)
    expect((await eventsOf(api, one)).filter(({ type }) => type === 'deload.begun')).toHaveLength(1)
    expect(problemOf(await one.post('/me/deload', {}))).toEqual(['409 CONFLICT'])
    expect(problemOf(await one.post('/me/deload/decline'))).toEqual(['409 CONFLICT'])
  })

  test('does not begin when it was declined, nor with a session by hand', async () => {
    const one = await twoHardWeeks()
    await plan(one, { date: day(14), exercises: [{ exercise: 'push-up' }] })
    expect((await one.get('/me/deload')).body).toMatchObject({ due: true, current: null })
    expectStatus(await one.post('/me/deload/decline'), 200)
    expectStatus(await one.post('/me/next-workout/accept', { date: day(15) }), 201)
    expect((await one.get('/me/deload')).body).toMatchObject({ due: false, current: null })
  })

  test('is over after seven days, after six weeks of training as well', { timeout: 60_000 }, async () => {
    const one = await athlete()
    const easy: number[] = []
    for (let week = 0; week < 8; week += 1) {
      const { advice } = await followCoachOn(api, one, day(7 * week), { rpe: 7, minutes: 10 })
      if (advice.easierWeek !== null) easy.push(week)
    }
    expect(easy).toEqual([6])
  })

  test('of a plan begins with the days of it that are accepted', async () => {
    const one = await twoHardWeeks()
    const { body } = expectStatus(await one.get('/me/plan?weeks=8'), 200)
    const easy = body.weeks.filter(({ deload }: { deload: boolean }) => deload)
    expect(easy.map(({ startsOn }: { startsOn: string }) => startsOn)).toEqual([day(14), day(14 + 7 * 7)])
    const dates = easy.map((week: { days: { kind: string; date: string }[] }) => {
      return week.days.find(({ kind }) => kind === 'train')?.date
    })
    const days = dates.map((date: string) => ({ date }))
    expectStatus(await one.post('/me/plan/accept', { days }), 201)
    const begun = (await eventsOf(api, one)).filter(({ type }) => type === 'deload.begun')
    expect(begun.map(({ payload }) => payload)).toMatchObject([
      { startsOn: day(14), endsOn: day(20), triggers: ['high_rpe'] },
      { startsOn: day(63), endsOn: day(69), triggers: ['scheduled'] },
    ])
    const again = expectStatus(await one.get('/me/plan?weeks=8'), 200).body.weeks
    expect(again.map(({ deload }: { deload: boolean }) => deload)).toEqual(
      body.weeks.map(({ deload }: { deload: boolean }) => deload),
    )
  })
})

test('no request of this file caused an error of the server', () => expect(api.failures).toEqual([]))
