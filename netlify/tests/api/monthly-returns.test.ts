import { beforeEach, describe, expect, test } from 'vitest'
import { addDays } from '#domain/calendar/days-between.js'
import { type TestAthlete, testApi } from '#tests/support/api.js'
import { type CoachedDay, followCoachOn } from '#tests/support/coached-days.js'
import { expectStatus, problemOf } from '#tests/support/session-api.js'
import { trainOn } from '#tests/support/trained-days.js'

const api = await testApi()
const first = '2026-01-05'
const whole = 'You come back about once a month; so this is a whole session and not a first easy one again.'

beforeEach(() => api.setNow(`${first}T12:00:00.000Z`))

async function athlete(): Promise<TestAthlete> {
  const one = await api.athlete()
  expectStatus(await one.post('/me/levels/assessment', { levels: { Push: 1, Pull: 1, Squat: 1 } }), 200)
  expectStatus(await one.patch('/me', { equipment: ['pull-up-bar', 'low-bar', 'wall', 'chair'], daysPerWeek: 3 }), 200)
  return one
}

const train = (one: TestAthlete, offset: number) =>
  followCoachOn(api, one, addDays(first, offset), { rpe: 7, minutes: 30 })
const pushUpsOn = (one: TestAthlete, offset: number) =>
  trainOn(api, one, addDays(first, offset), { exercise: 'push-up', sets: [{ reps: 5, rpe: 7 }] })
const rulesOf = ({ advice: { rules } }: CoachedDay) => rules.map(({ ruleId }) => ruleId)
const setsOf = ({ exercises }: CoachedDay) => exercises.map(({ planned: { sets } }) => sets.length)

describe('an athlete who trains once a month', () => {
  test('trains whole sessions from the third return on, which say so, and goes forward', {
    timeout: 60_000,
  }, async () => {
    const one = await athlete()
    await train(one, 0)
    const months: CoachedDay[] = []
    for (const offset of [30, 60, 91, 121, 152]) {
      const today = addDays(first, offset)
      api.setNow(`${today}T12:00:00.000Z`)
      const { body: deload } = expectStatus(await one.get('/me/deload'), 200)
      const isWhole = months.length >= 2
      for (const back of deload.returns) {
        expect(back.explanation.endsWith(whole)).toBe(isWhole)
        expect(back).toMatchObject(
          isWhole
            ? { ruleId: 'layoff.monthly_return', factor: 1, weeklySetMultipliers: [] }
            : { ruleId: 'layoff.return', factor: 0.7, weeklySetMultipliers: [0.5, 0.7, 0.8, 0.9] },
        )
      }
      const { body: plan } = expectStatus(await one.get('/me/plan?weeks=1&minutes=30'), 200)
      months.push(await train(one, offset))
      const planned = plan.weeks[0].days[0].exercises.map(({ sets }: { sets: object[] }) => sets)
      expect(planned).toEqual(months.at(-1)?.exercises.map(({ planned: { sets } }) => sets))
    }
    expect(months.map((month) => rulesOf(month).includes('week.return'))).toEqual([true, true, false, false, false])
    expect(months.map((month) => rulesOf(month).includes('week.monthly_return'))).toEqual([
      ...[false, false],
      ...[true, true, true],
    ])
    for (const month of months.slice(0, 2)) expect(Math.max(...setsOf(month))).toBe(2)
    for (const month of months.slice(2)) {
      expect(Math.max(...setsOf(month))).toBeGreaterThanOrEqual(3)
      expect(month.advice.rules.map(({ explanation }) => explanation)).toContain(whole)
    }
    for (const [index, { decisions }] of months.entries()) {
      if (index < 2) continue
      expect(decisions.map(({ decision }) => decision)).toEqual(expect.arrayContaining(['progress']))
      const pushUps = ({ exercise }: { exercise: { slug: string } }) => exercise.slug === 'incline-push-up'
      expect(decisions.find(pushUps)?.workingBefore).toEqual(months[index - 1]?.decisions.find(pushUps)?.workingAfter)
    }
  })

  test('does not lose in a month what was decided in the one before, whoever plans the session', async () => {
    const one = await athlete()
    const after: number[] = []
    for (const offset of [0, 30, 60, 91, 121, 152]) {
      const date = addDays(first, offset)
      api.setNow(`${date}T18:00:00.000Z`)
      const reps = after.at(-1) ?? 5
      const { body: session } = expectStatus(
        await one.post('/sessions', { date, exercises: [{ exercise: 'push-up', sets: Array(3).fill({ reps }) }] }),
        201,
      )
      const path = `/sessions/${session.id}`
      expectStatus(await one.post(`${path}/start`), 200)
      const entry = `${path}/exercises/${session.exercises[0].id}`
      for (let set = 0; set < 3; set += 1) expectStatus(await one.post(`${entry}/sets`, { reps, rpe: 8 }), 201)
      const { body } = expectStatus(await one.post(`${path}/complete`, {}), 200)
      const { workingBefore, workingAfter } = body.decisions[0]
      if (after.length >= 3) expect(workingBefore[0].reps).toBe(after.at(-1))
      after.push(workingAfter[0].reps)
    }
    expect(after.at(-1)).toBeGreaterThan(after[2] ?? 0)
  })

  test('comes back as ever after one break of 59 days', async () => {
    const one = await athlete()
    for (const offset of [0, 2, 4]) await pushUpsOn(one, offset)
    const back = await train(one, 63)
    expect(rulesOf(back)).toContain('week.return')
    expect(Math.max(...setsOf(back))).toBe(2)
  })

  test('is told so when they ask for the way back', async () => {
    const one = await athlete()
    for (const offset of [0, 30, 60]) await pushUpsOn(one, offset)
    api.setNow(`${addDays(first, 90)}T12:00:00.000Z`)
    const refused = await one.post('/me/return-plan')
    expect([problemOf(refused), refused.body.detail]).toEqual([['409 CONFLICT'], whole])
  })
})

test('no request of this file caused an error of the server', () => expect(api.failures).toEqual([]))
