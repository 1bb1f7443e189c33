import { beforeAll, describe, expect, test } from 'vitest'
import { type TestAthlete, testApi } from '#tests/support/api.js'
import { expectStatus, log, noon, plan, problemOf, start, today } from '#tests/support/session-api.js'

const api = await testApi()
let athlete: TestAthlete

beforeAll(async () => {
  api.setNow(noon)
  athlete = await api.athlete()
  for (const day of ['18', '19', '20', '21', '21', '21']) await plan(athlete, { date: `2026-11-${day}` })
  const { path, exercises } = await start(athlete, {
    date: today,
    exercises: [{ exercise: 'push-up' }, { exercise: 'push-up' }],
  })
  await log(athlete, exercises[0], { reps: 8 })
  await log(athlete, exercises[1], { reps: 8 })
  await log(athlete, exercises[1], { reps: 7 })
  expectStatus(await athlete.post(`${exercises[1]}/done`), 200)
  expectStatus(await athlete.post(`${path}/complete`, { durationMinutes: 20 }), 200)
  expectStatus(await athlete.post(`${(await plan(athlete, { date: '2026-11-30' })).path}/skip`), 200)
})

type Item = { readonly id: string; readonly date: string }

async function list(query: string): Promise<Item[]> {
  return expectStatus(await athlete.get(`/sessions${query}`), 200).body.data
}

const days = async (query: string) => (await list(query)).map(({ date }) => date.slice(-2))

describe('GET /sessions', () => {
  test('lists the latest date first', async () => {
    expect(await days('')).toEqual(['30', '22', '21', '21', '21', '20', '19', '18'])
  })

  test.each([
    ['?from=2026-11-20', ['30', '22', '21', '21', '21', '20']],
    ['?to=2026-11-19', ['19', '18']],
    ['?from=2026-11-20&to=2026-11-21', ['21', '21', '21', '20']],
    ['?from=2026-11-20&to=2026-11-20', ['20']],
    ['?status=completed', ['22']],
    ['?status=skipped&from=2026-11-25', ['30']],
    ['?status=in_progress', []],
  ])('filters by %s', async (query, expected) => {
    expect(await days(query)).toEqual(expected)
  })

  test('gives counts instead of exercises', async () => {
    expect(await list('?status=completed')).toMatchObject([
      {
        date: today,
        isToday: true,
        status: 'completed',
        durationMinutes: 20,
        completedAt: noon,
        exerciseCount: 2,
        completedExerciseCount: 1,
        setCount: 3,
      },
    ])
    expect((await list(''))[0]).not.toHaveProperty('exercises')
  })

  test.each(['', '?status=planned', '?from=2026-11-19&to=2026-11-21'])(
    'lists page by page, with the filters "%s"',
    async (query) => {
      const whole = await list(query)
      const seen: Item[] = []
      let path: string | null = `/sessions${query}${query ? '&' : '?'}limit=2`
      while (path !== null) {
        const { body, headers } = expectStatus(await athlete.get(path), 200)
        seen.push(...body.data)
        const next = /^<\/api\/v1([^>]+)>; rel="next"$/.exec(headers.get('link') ?? '')
        expect(next === null).toBe(body.page.nextCursor === null)
        path = next?.[1] ?? null
      }
      expect(seen).toEqual(whole)
    },
  )

  test('repeats and omits no session when others are added or deleted between two pages', async () => {
    const me = await api.athlete()
    for (const day of ['01', '02', '03', '04']) await plan(me, { date: `2026-12-${day}` })
    const first = expectStatus(await me.get('/sessions?limit=2'), 200).body
    await plan(me, { date: '2026-12-05' })
    expectStatus(await me.delete(`/sessions/${first.data[1].id}`), 204)
    const second = expectStatus(await me.get(`/sessions?limit=2&cursor=${first.page.nextCursor}`), 200).body
    expect(second.data.map(({ date }: Item) => date.slice(-2))).toEqual(['02', '01'])
  })

  test('refuses a cursor of other filters, of another caller, or that was tampered with', async () => {
    const { nextCursor } = expectStatus(await athlete.get('/sessions?limit=1'), 200).body.page
    const stranger = await api.athlete()
    for (const answered of [
      await athlete.get(`/sessions?limit=1&status=planned&cursor=${nextCursor}`),
      await athlete.get(`/sessions?limit=1&cursor=${nextCursor.slice(0, -2)}AA`),
      await athlete.get('/sessions?cursor=nonsense'),
      await stranger.get(`/sessions?limit=1&cursor=${nextCursor}`),
    ]) {
      expect(problemOf(answered)[0]).toBe('400 INVALID_CURSOR')
    }
  })

  test.each([
    ['?from=2026-02-30', ['400 MALFORMED_REQUEST', 'from FORMAT']],
    ['?from=2026-11-22&to=2026-11-21', ['400 MALFORMED_REQUEST', 'to VALUE']],
    ['?status=done', ['400 MALFORMED_REQUEST', 'status VALUE']],
    ['?limit=0', ['400 MALFORMED_REQUEST', 'limit TOO_SMALL']],
    ['?limit=1e1', ['400 MALFORMED_REQUEST', 'limit TYPE']],
    ['?limit=0x10', ['400 MALFORMED_REQUEST', 'limit TYPE']],
    ['?limit=%2B5', ['400 MALFORMED_REQUEST', 'limit TYPE']],
    ['?state=planned', ['400 MALFORMED_REQUEST', 'state UNKNOWN_PARAMETER']],
  ])('refuses %s', async (query, problem) => {
    expect(problemOf(await athlete.get(`/sessions${query}`))).toEqual(problem)
  })
})
