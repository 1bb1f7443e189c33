import { beforeEach, describe, expect, test } from 'vitest'
import { type Answered, type TestAthlete, testApi } from '#tests/support/api.js'
import { expectStatus, noon, problemOf } from '#tests/support/session-api.js'
import { threeOf, trainOn } from '#tests/support/trained-days.js'

const api = await testApi()
beforeEach(() => api.setNow(noon))

async function read(athlete: TestAthlete, path: string): Promise<Answered['body']> {
  return expectStatus(await athlete.get(path), 200).body
}

type Curve = { metric: string; of: { [name: string]: unknown }; values: (number | null)[] }

/** Values by metric and subject. */
function valuesIn({ series }: { series: Curve[] }): Record<string, (number | null)[]> {
  const nameOf = ({ of: { kind, category, pattern, exercise } }: Curve) =>
    String(category ?? pattern ?? (exercise as { slug?: string } | null)?.slug ?? kind)
  return Object.fromEntries(series.map((curve) => [`${curve.metric} ${nameOf(curve)}`, curve.values]))
}

/** An athlete who trained on three days of five weeks. */
async function trained(timeZone = 'UTC'): Promise<TestAthlete> {
  const athlete = await api.athlete({ timeZone })
  await trainOn(api, athlete, '2026-10-26', { exercise: 'push-up', sets: threeOf(8, { rpe: 7 }) })
  await trainOn(
    api,
    athlete,
    '2026-11-11',
    { exercise: 'push-up', sets: [{ reps: 12, kind: 'warmup' }, ...threeOf(9, { rpe: 5 }), { reps: 7, rpe: 9 }] },
    { exercise: 'dead-hang', sets: [{ duration: 30 }, { duration: 25 }] },
  )
  await trainOn(api, athlete, '2026-11-18', { exercise: 'push-up', sets: threeOf(10, { rpe: 8 }) })
  api.setNow(noon)
  return athlete
}

describe('GET /me/series', () => {
  test('sums work as GET /me/progress does, and fills the steps without any', async () => {
    const athlete = await trained()
    const range = 'from=2026-10-19&to=2026-11-22'
    const metrics = ['sets', 'reps', 'holdSeconds', 'volumeLoadKgReps', 'timeLoadKgSeconds', 'meanRpe']
    const chart = await read(athlete, `/me/series?metric=${metrics.join()}&step=week&${range}`)
    expect(api.requests.at(-1)?.roundTrips).toBe(1)
    expect(chart.starts).toEqual(['2026-10-19', '2026-10-26', '2026-11-02', '2026-11-09', '2026-11-16'])
    const { points } = await read(athlete, `/me/progress?by=week&${range}`)
    for (const metric of metrics) {
      const values = valuesIn(chart)[`${metric} athlete`]
      const byStart = Object.fromEntries(points.map((point: Record<string, unknown>) => [point.from, point[metric]]))
      const empty = metric === 'meanRpe' ? null : 0
      expect(values, metric).toEqual(chart.starts.map((start: string) => byStart[start] ?? empty))
    }
  })

  test('draws sets, hard sets and best sets of categories, patterns and exercises', async () => {
    const athlete = await trained()
    const of = 'category=Push,Pull&pattern=hpush&exercise=push-up,dead-hang'
    const chart = await read(athlete, `/me/series?metric=sets,hardSets,best&${of}&from=2026-11-02`)
    expect(valuesIn(chart)).toMatchObject({
      'sets Push': [0, 4, 3],
      'hardSets Push': [0, 1, 3],
      'sets Pull': [0, 2, 0],
      'sets hpush': [0, 4, 3],
      'sets dead-hang': [0, 2, 0],
      'best push-up': [null, 9, 10],
      'best dead-hang': [null, 30, null],
    })
    expect(chart.series.find(({ metric, of }: Curve) => metric === 'best' && of.exercise).unit).toBe('reps')
  })

  test('draws ability with its band and level as they are answered today, and as they were', async () => {
    const athlete = await trained()
    api.setNow('2026-11-20T12:00:00.000Z')
    await athlete.put('/me/levels/Push', { level: 2 })
    api.setNow(noon)
    const chart = await read(athlete, '/me/series?metric=ability,level&from=2026-10-12')
    const [ability] = chart.series
    expect(ability).toMatchObject({ metric: 'ability', unit: 'levels', of: { kind: 'category', category: 'Push' } })
    const estimate = await read(athlete, '/me/levels/Push/estimate')
    const last = { mean: ability.values.at(-1), interval90: [ability.low.at(-1), ability.high.at(-1)] }
    expect(last).toEqual(estimate.ability)
    expect(ability.values.slice(0, 2)).toEqual([null, null])
    expect(ability.values[4]).toBeGreaterThan(ability.values[2])
    const { 'level Push': push, 'level Pull': pull } = valuesIn(chart)
    expect([push, pull]).toEqual([
      [0, 0, 0, 0, 0, 2],
      [0, 0, 0, 0, 0, 0],
    ])
  })

  test('draws the body mass where it was measured, and none without the consent', async () => {
    const athlete = await api.athlete()
    for (const [date, bodyMassKg] of [
      ['2026-11-03', 74],
      ['2026-11-05', 73.5],
      ['2026-11-20', 73],
    ] as const) {
      expectStatus(await athlete.post('/me/check-ins', { date, bodyMassKg }), 201)
    }
    const path = '/me/series?metric=bodyMassKg&from=2026-11-02'
    expect(valuesIn(await read(athlete, path))).toEqual({ 'bodyMassKg athlete': [73.5, null, 73] })
    await athlete.put('/me/consents/health-data', { given: false })
    expect(await read(athlete, path)).toMatchObject({ bodyMassAssumed: true, series: [{ values: [null, null, null] }] })
  })

  test('reaches until today where the athlete is when its end is left out, and twelve weeks back', async () => {
    api.setNow('2026-11-23T01:00:00.000Z')
    for (const [timeZone, to] of [
      ['Pacific/Kiritimati', '2026-11-23'],
      ['America/Los_Angeles', '2026-11-22'],
    ] as const) {
      const athlete = await api.athlete({ timeZone })
      const open = await read(athlete, '/me/series?metric=sets&step=day&from=2026-11-21')
      expect([open.to, open.starts.at(-1)]).toEqual([to, to])
      const { starts } = await read(athlete, '/me/series?metric=sets')
      expect([starts.length, starts[0]]).toEqual(to === '2026-11-23' ? [13, '2026-08-31'] : [12, '2026-08-31'])
    }
  })

  test('has week 53, and months of any length', async () => {
    const athlete = await api.athlete()
    const weeks = await read(athlete, '/me/series?metric=sets&from=2026-12-24&to=2027-01-04')
    expect(weeks.starts).toEqual(['2026-12-21', '2026-12-28', '2027-01-04'])
    const months = await read(athlete, '/me/series?metric=sets&step=month&from=2026-12-31&to=2027-03-01')
    expect(months.starts).toEqual(['2026-12-01', '2027-01-01', '2027-02-01', '2027-03-01'])
  })

  test('knows nothing of days to come', async () => {
    const athlete = await trained()
    const path = '/me/series?metric=ability,level,sets&category=Push'
    const ahead = await read(athlete, `${path}&from=2026-11-16&to=2026-12-06`)
    expect(valuesIn(ahead)).toEqual({
      'ability Push': [expect.any(Number), null, null],
      'level Push': [0, null, null],
      'sets Push': [3, 0, 0],
    })
    expect(await read(athlete, `${path}&step=day&from=2027-05-01`)).toMatchObject({ starts: ['2027-05-01'] })
  })

  test('takes ten years by month, and refuses what would be more steps than an answer has', async () => {
    const athlete = await trained()
    const months = await read(athlete, '/me/series?metric=ability,sets&step=month&from=2016-11-22')
    expect(months.starts).toHaveLength(121)
    for (const range of ['from=2016-11-22', 'from=2016-11-22&to=2026-11-22', 'from=2000-01-01&to=2100-12-31']) {
      const refused = await athlete.get(`/me/series?metric=sets&step=day&${range}`)
      expect(problemOf(refused)).toEqual(['422 INVALID_INPUT', 'from OUT_OF_RANGE'])
    }
  })

  test.each([
    ['', 'metric'],
    ['metric=ability,glory', 'metric'],
    ['metric=best', 'exercise'],
    ['metric=sets&to=2026-11-22', 'from'],
    ['metric=sets&from=2026-11-22&to=2026-11-21', 'to'],
    ['metric=sets&pattern=push', 'pattern'],
    ['metric=sets&exercise=push-up,', 'exercise'],
  ])('refuses ?%s', async (query, parameter) => {
    const { status, body } = await (await api.athlete()).get(`/me/series?${query}`)
    expect([status, body.errors.map((fault: { parameter: string }) => fault.parameter)]).toEqual([400, [parameter]])
  })

  test('refuses an exercise that there is not', async () => {
    const refused = await (await api.athlete()).get('/me/series?metric=best&exercise=push-up,teleport')
    expect(problemOf(refused)).toEqual(['404 EXERCISE_NOT_FOUND'])
  })
})

describe('from alone', () => {
  test.each(['/me/days', '/me/progress', '/me/load', '/me/exercises/push-up/history'])(
    'means until today for %s',
    async (path) => {
      const athlete = await trained()
      await athlete.post('/sessions', { date: '2026-11-29', exercises: [{ exercise: 'push-up' }] })
      const open = await read(athlete, `${path}?from=2026-11-10`)
      expect(open).toEqual(await read(athlete, `${path}?from=2026-11-10&to=2026-11-22`))
      expect(JSON.stringify(open)).toMatch(/2026-11-1[68]/)
      expectStatus(await athlete.get(`${path}?from=2027-05-01`), 200)
      expect(problemOf(await athlete.get(`${path}?from=2016-11-22`))).toEqual([
        '422 INVALID_INPUT',
        'from OUT_OF_RANGE',
      ])
    },
  )
})
