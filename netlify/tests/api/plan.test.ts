import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addDays } from '#domain/calendar/days-between.js'
import { type Answered, type TestAthlete, testApi } from '#tests/support/api.js'
import { expectStatus, noon, problemOf, reread, today } from '#tests/support/session-api.js'

const api = await testApi()
let ada: TestAthlete

beforeAll(() => api.setNow(noon))
beforeEach(async () => {
  ada = await api.athlete()
  await ada.patch('/me', { daysPerWeek: 3, minutesPerSession: 30, equipment: ['pull-up-bar', 'wall', 'chair'] })
})

type Day = { date: string; kind: string; exercises: { exercise: { id: string }; sets: object[]; modifier: string }[] }

const daysOf = ({ body }: Answered): Day[] => body.weeks.flatMap(({ days }: { days: Day[] }) => days)
const planOf = async (query = '') => expectStatus(await ada.get(`/me/plan${query}`), 200)
const sessionsOf = async () => (await ada.get('/sessions?limit=100')).body.data

async function trainingDays(query?: string): Promise<Day[]> {
  return daysOf(await planOf(query)).filter(({ kind }) => kind === 'train')
}

describe('GET /me/plan', () => {
  test('looks four weeks ahead from today, a day after the other', async () => {
    const plan = await planOf()
    expect(plan.body).toMatchObject({ startsOn: today, minutes: 30, placeId: null })
    expect(daysOf(plan).map(({ date }) => date)).toEqual(Array.from({ length: 28 }, (_, n) => addDays(today, n)))
  })

  test('trains as often as the profile says, never two days running, and tells the hard sets of each week', async () => {
    const plan = await planOf('?weeks=2')
    const kinds = daysOf(plan).map(({ kind }) => kind)
    expect(kinds.slice(0, 7).filter((kind) => kind === 'train')).toHaveLength(3)
    expect(kinds.join(' ')).not.toContain('train train')
    for (const week of plan.body.weeks) {
      const hpush = week.slots.find(({ slot }: { slot: string }) => slot === 'hpush')
      expect(hpush).toMatchObject({ hardSets: expect.any(Number), target: expect.any(Number) })
      expect(hpush.hardSets).toBeGreaterThan(0)
    }
  })

  test('begins as the next workout of today does', async () => {
    const { body: next } = await ada.get('/me/next-workout')
    const [first] = daysOf(await planOf('?weeks=1'))
    const shown = next.exercises.map(
      ({ exercise, sets, modifier }: { exercise: object; sets: object[]; modifier: { modifier: string } }) => ({
        exercise,
        sets,
        modifier: modifier.modifier,
      }),
    )
    expect(first?.exercises).toMatchObject(shown)
  })

  test('is the same when it is asked again, and longer without another beginning', async () => {
    const [short, long] = [await planOf('?weeks=1'), await planOf('?weeks=3')]
    expect((await planOf('?weeks=1')).body).toEqual(short.body)
    expect(long.body.weeks[0]).toEqual(short.body.weeks[0])
  })

  test('has an easier week in twelve', async () => {
    const { body } = await planOf('?weeks=12')
    const easier = body.weeks.map(({ deload }: { deload: boolean }) => deload)
    expect(easier).toEqual([false, false, false, false, false, false, true, false, false, false, false, false])
  })

  test('plans for the minutes and the place that are asked about', async () => {
    const { body } = await ada.patch('/me', { places: [{ name: 'Park', equipment: ['low-bar'] }] })
    const plan = await planOf('?weeks=1&minutes=15&place=park')
    expect(plan.body).toMatchObject({ minutes: 15, placeId: body.places[0].id })
    expect(problemOf(await ada.get('/me/plan?place=Moon'))).toEqual(['404 PLACE_NOT_FOUND'])
  })

  test.each([
    ['weeks=0', 'weeks'],
    ['weeks=13', 'weeks'],
    ['startsOn=2026-11-21', 'startsOn'],
    ['from=2026-11-21', 'from'],
    ['from=2026-11-24&startsOn=2026-11-24', 'startsOn'],
    ['minutes=4', 'minutes'],
    ['force=true', 'force'],
  ])('refuses %s', async (query, parameter) => {
    const answer = await ada.get(`/me/plan?${query}`)
    expect([400, 422]).toContain(answer.status)
    expect(answer.body.errors).toMatchObject([{ parameter }])
  })
})

describe('POST /me/plan/accept', () => {
  const accept = (dates: readonly string[], more: object = {}) =>
    ada.post('/me/plan/accept', { days: dates.map((date) => ({ date })), ...more })

  test('plans the chosen days as the plan shows them, and no others', async () => {
    const [first, , third] = await trainingDays('?weeks=2')
    const accepted = expectStatus(await accept([third?.date ?? '', first?.date ?? '']), 201)
    const planned = accepted.body.sessions.map(({ date, exercises }: { date: string; exercises: never[] }) => ({
      date,
      exercises: exercises.map(
        ({
          exercise,
          planned: { sets, modifier },
        }: {
          exercise: { id: string }
          planned: { sets: object[]; modifier: string }
        }) => ({
          exercise: { id: exercise.id },
          sets,
          modifier,
        }),
      ),
    }))
    for (const [index, day] of [third, first].entries()) {
      expect(planned[index].date).toBe(day?.date)
      expect(day?.exercises).toMatchObject(planned[index].exercises)
    }
    expect((await sessionsOf()).map(({ date }: { date: string }) => date)).toEqual([third?.date, first?.date])
    for (const session of accepted.body.sessions) expect(await reread(ada, `/sessions/${session.id}`)).toEqual(session)
  })

  test('takes ids and times that the client chose, and a place', async () => {
    const { body } = await ada.patch('/me', { places: [{ name: 'Park', equipment: ['low-bar'] }] })
    const id = '0198c0de-7a11-7000-8000-0000000000e1'
    const accepted = expectStatus(
      await ada.post('/me/plan/accept', { place: 'Park', days: [{ date: today, time: '07:00', id }] }),
      201,
    )
    expect(accepted.body.sessions).toMatchObject([{ id, time: '07:00', placeId: body.places[0].id, status: 'planned' }])
  })

  test('leaves the accepted days in the next plan as planned', async () => {
    const [first] = await trainingDays('?weeks=1')
    await accept([first?.date ?? ''])
    expect(daysOf(await planOf('?weeks=1'))[0]).toMatchObject({ date: first?.date, kind: 'planned', exercises: [] })
    expect(problemOf(await accept([first?.date ?? '']))).toEqual([
      '422 INVALID_INPUT',
      '/days/0/date NOT_A_TRAINING_DAY',
    ])
  })

  test('plans nothing at all when one of the days is none to train on', async () => {
    const plan = daysOf(await planOf('?weeks=1'))
    const rest = plan.find(({ kind }) => kind === 'rest')?.date ?? ''
    const answer = await accept([today, rest, addDays(today, 90), addDays(today, -1)])
    expect(problemOf(answer)).toEqual([
      '422 INVALID_INPUT',
      '/days/1/date NOT_A_TRAINING_DAY',
      '/days/2/date OUT_OF_RANGE',
      '/days/3/date OUT_OF_RANGE',
    ])
    expect(await sessionsOf()).toEqual([])
  })

  test('is refused by the name that the day and the equipment have in the request', async () => {
    const ada = await api.athlete()
    const beside = { place: 'Park', equipment: ['rings'] }
    const days = [{ date: '2026-11-23' }]
    expect(problemOf(await ada.get('/me/plan?startsOn=2026-01-01'))).toContain('startsOn IN_PAST')
    expect(problemOf(await ada.get('/me/plan?place=Park&equipment=rings'))).toContain('equipment NOT_ALLOWED')
    const accepted = (body: object) => ada.post('/me/plan/accept', { days, ...body })
    expect(problemOf(await accepted({ startsOn: '2026-01-01' }))).toContain('/startsOn IN_PAST')
    expect(problemOf(await accepted(beside))).toContain('/equipment NOT_ALLOWED')
    const next = (body: object) => ada.post('/me/next-workout/accept', body)
    expect(problemOf(await next({ date: '2026-01-01' }))).toContain('/date IN_PAST')
    expect(problemOf(await next(beside))).toContain('/equipment NOT_ALLOWED')
  })

  test('plans nothing when one id is taken', async () => {
    const id = '0198c0de-7a11-7000-8000-0000000000e2'
    const [first, second] = await trainingDays('?weeks=1')
    const days = [{ date: first?.date }, { date: second?.date, id }]
    const eve = await api.athlete()
    expectStatus(await eve.post('/sessions', { id, date: today }), 201)
    expect(problemOf(await ada.post('/me/plan/accept', { days }))).toEqual(['409 ID_TAKEN'])
    expect(await sessionsOf()).toEqual([])
  })

  test.each([
    ['no days', { days: [] }],
    ['a day twice', { days: [{ date: today }, { date: today }] }],
    ['forty-three days', { days: Array.from({ length: 43 }, (_, n) => ({ date: addDays(today, n) })) }],
    ['a date that does not exist', { days: [{ date: '2026-02-30' }] }],
  ])('refuses %s', async (_, body) => {
    expect((await ada.post('/me/plan/accept', body)).status).toBe(422)
    expect(await sessionsOf()).toEqual([])
  })

  test('plans once what is sent twice under one key', async () => {
    const send = () =>
      ada.post('/me/plan/accept', { days: [{ date: today }] }, { headers: { 'idempotency-key': 'twice' } })
    const [first, second] = [await send(), await send()]
    expect(second.body).toEqual(first.body)
    expect(await sessionsOf()).toHaveLength(1)
  })
})
