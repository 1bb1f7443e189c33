import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { SetKind } from '#domain/effort/set.schema.js'
import { type TestAthlete, testApi } from '#tests/support/api.js'
import { differencesOf } from '#tests/support/derived.js'
import { expectStatus, log, noon, type Planned, problemOf, start, today } from '#tests/support/session-api.js'

const api = await testApi()

beforeAll(() => api.setNow(noon))

const split = { exercise: 'bulgarian-split-squat', sets: [{ reps: 8 }, { reps: 8 }, { reps: 8 }] }
const pushUps = { exercise: 'push-up', sets: [{ reps: 8 }, { reps: 8 }, { reps: 8 }] }

type Set = Readonly<Record<string, unknown>>

/** Logs sets of exercises, completes the session, and reads every answer that counts sets. */
async function countsOf(me: TestAthlete, done: readonly { exercise: object; sets: readonly Set[] }[]) {
  const session = await start(me, { date: today, exercises: done.map(({ exercise }) => exercise) })
  for (const [index, { sets }] of done.entries()) {
    for (const set of sets) await log(me, session.exercises[index], set)
  }
  expectStatus(await me.post(`${session.path}/complete`, { durationMinutes: 30, withoutSets: true }), 200)
  return read(me, session)
}

async function read(me: TestAthlete, { path }: Planned) {
  const bodyOf = async (query: string) => expectStatus(await me.get(query), 200).body
  const [day] = (await bodyOf('/me/days')).data
  const { totals, categories } = await bodyOf('/me/weeks/current')
  const [point] = (await bodyOf('/me/progress?by=day')).points
  const load = (await bodyOf('/me/load')).days.at(-1)
  const { exercises } = await bodyOf(path)
  return { day, totals, categories, point, load, exercises }
}

describe('left and right under one number', () => {
  test('are one set in every count', async () => {
    const sides = [1, 2, 3].flatMap(() => ['left', 'right'].map((side) => ({ reps: 8, side })))
    const { day, totals, categories, point, load } = await countsOf(await api.athlete(), [
      { exercise: split, sets: sides },
    ])
    expect(day).toMatchObject({ plannedSets: 3, completedSets: 3, extraSets: 0, totalReps: 48 })
    expect(totals).toMatchObject({ plannedSets: 3, completedSets: 3, extraSets: 0 })
    expect(categories).toContainEqual({ category: 'Squat', plannedSets: 3, completedSets: 3, extraSets: 0 })
    expect(point).toMatchObject({ sets: 3, reps: 48, setsPerCategory: { Squat: 3 } })
    expect(load.sets).toEqual({ Push: 0, Pull: 0, Squat: 3 })
  })

  test('are the same work as one set without a side', async () => {
    const apart = ['left', 'right'].map((side) => ({ reps: 8, side, rpe: 8 }))
    const one = await countsOf(await api.athlete(), [{ exercise: split, sets: apart }])
    const other = await countsOf(await api.athlete(), [{ exercise: split, sets: [{ reps: 8, rpe: 8 }] }])
    for (const view of ['day', 'totals', 'categories', 'point', 'load'] as const) expect(other[view]).toEqual(one[view])
  })

  test.each([
    ['a side of a set that was logged without one', {}, { side: 'left' }],
    ['a set without a side where one side is logged', { side: 'left' }, {}],
  ])('refuse %s', async (_, first, second) => {
    const me = await api.athlete()
    const { exercises } = await start(me, { date: today, exercises: [split] })
    await log(me, exercises[0], { reps: 6, setNumber: 1, ...first })
    const answered = await me.post(`${exercises[0]}/sets`, { reps: 5, setNumber: 1, ...second })
    expect(problemOf(answered)).toEqual(['409 SIDES_MIXED'])
  })

  test('refuse a correction that would mix them, and take one that does not', async () => {
    const me = await api.athlete()
    const { exercises } = await start(me, { date: today, exercises: [split] })
    await log(me, exercises[0], { reps: 6, side: 'left' })
    const right = await log(me, exercises[0], { reps: 6, side: 'right' })
    expect(problemOf(await me.patch(right, { side: null }))).toEqual(['409 SIDES_MIXED'])
    expectStatus(await me.patch(right, { side: null, setNumber: 2 }), 200)
  })
})

describe('sets that were mixed before it was refused', () => {
  test('are counted as one set, and can be corrected', async () => {
    const me = await api.athlete()
    const session = await start(me, { date: today, exercises: [split] })
    const whole = await log(me, session.exercises[0], { reps: 6 })
    const side = await log(me, session.exercises[0], { reps: 5, side: 'left' })
    const id = side.split('/').at(-1)
    await api.db.rows(`update exercise_set_logs set set_number = 1 where id = $1`, [id])
    expectStatus(await me.patch(whole, { rpe: 7 }), 200)
    expectStatus(await me.post(`${session.path}/complete`, { durationMinutes: 30 }), 200)
    const { day, point, load } = await read(me, session)
    expect(day).toMatchObject({ completedSets: 1, totalReps: 17 })
    expect(point).toMatchObject({ sets: 1, reps: 17 })
    expect(load.sets.Squat).toBe(1)
  })
})

describe('a warm-up', () => {
  const warmUp = { reps: 2, rpe: 4, kind: 'warmup' }
  const work = [8, 8, 8].map((reps) => ({ reps, rpe: 8 }))

  test('is work done, and no set', async () => {
    const { day, point, load } = await countsOf(await api.athlete(), [{ exercise: pushUps, sets: [warmUp, ...work] }])
    expect(day).toMatchObject({ plannedSets: 3, completedSets: 3, extraSets: 0, totalReps: 26 })
    expect(point).toMatchObject({ sets: 3, reps: 26, meanRpe: 8 })
    expect(load).toMatchObject({ sets: { Push: 3 }, sessionLoad: 8 * 30 })
  })

  test('has no plan, and the sets after it have theirs', async () => {
    const exercise = { exercise: 'push-up', sets: [{ reps: 8 }, { reps: 7 }, { reps: 6 }] }
    const { exercises } = await countsOf(await api.athlete(), [{ exercise, sets: [warmUp, ...work] }])
    const plans = exercises[0].sets.map(({ planned }: { planned: object | null }) => planned)
    expect(plans).toEqual([null, { reps: 8 }, { reps: 7 }, { reps: 6 }])
  })

  test('does not finish an exercise', async () => {
    const { exercises } = await countsOf(await api.athlete(), [{ exercise: pushUps, sets: [warmUp, warmUp, warmUp] }])
    expect(exercises[0].completed).toBe(false)
  })
})

test('sets beyond the plan of one exercise do not fill the gap of another', async () => {
  const nine = Array.from({ length: 9 }, () => ({ reps: 5 }))
  const { day, totals } = await countsOf(await api.athlete(), [
    { exercise: pushUps, sets: nine },
    { exercise: split, sets: [] },
  ])
  for (const sums of [day, totals]) expect(sums).toMatchObject({ plannedSets: 6, completedSets: 3, extraSets: 6 })
})

test('an attempt that failed was a set', async () => {
  const { day, point } = await countsOf(await api.athlete(), [{ exercise: pushUps, sets: [{ reps: 0, rpe: 10 }] }])
  expect(day).toMatchObject({ completedSets: 1, totalReps: 0 })
  expect(point).toMatchObject({ sets: 1, reps: 0 })
})

const kind = fc.constantFrom(undefined, ...SetKind.options)
const amount = { reps: fc.integer({ min: 0, max: 30 }), kind }
const whole = fc.record({ ...amount, sides: fc.constant(['none']) })
const sided = fc.record({ ...amount, sides: fc.subarray(['left', 'right'], { minLength: 1 }) })
type Round = { readonly reps: number; readonly kind: SetKind | undefined; readonly sides: readonly string[] }

const setsOf = (rounds: readonly Round[]): Set[] =>
  rounds.flatMap(({ sides, ...set }, index) =>
    sides.map((side) => ({ ...set, setNumber: index + 1, ...(side === 'none' ? {} : { side }) })),
  )
const countIn = (rounds: readonly Round[]) =>
  rounds.filter((round) => round.kind !== 'warmup' && round.kind !== 'drop').length

test('whatever was logged, every answer counts the same sets, and never more than planned', async () => {
  const rounds = (of: fc.Arbitrary<Round>) => fc.array(of, { maxLength: 5 })
  await fc.assert(
    fc.asyncProperty(rounds(fc.oneof(whole, sided)), rounds(whole), async (squats, pushes) => {
      const me = await api.athlete()
      const { day, totals, categories, point, load } = await countsOf(me, [
        { exercise: split, sets: setsOf(squats) },
        { exercise: pushUps, sets: setsOf(pushes) },
      ])
      const done = { Squat: countIn(squats), Push: countIn(pushes), Pull: 0 }
      for (const sums of [day, totals]) {
        expect(sums.completedSets).toBeLessThanOrEqual(sums.plannedSets)
        expect(sums.completedSets + sums.extraSets).toBe(done.Squat + done.Push)
      }
      for (const { category, plannedSets, completedSets, extraSets } of categories) {
        expect(completedSets).toBeLessThanOrEqual(plannedSets)
        expect(completedSets + extraSets).toBe(done[category as keyof typeof done])
      }
      expect(load.sets).toEqual(done)
      expect(point?.setsPerCategory ?? { Squat: 0, Push: 0, Pull: 0 }).toEqual(done)
      expect(point?.reps ?? 0).toBe(day.totalReps)
      expect(await differencesOf(api, me)).toEqual([])
    }),
    { numRuns: 15 },
  )
}, 60_000)
