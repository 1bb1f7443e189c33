import { beforeAll, describe, expect, test } from 'vitest'
import { type TestAthlete, testApi } from '#tests/support/api.js'
import { noon, type Planned, problemOf, rowsOf, start } from '#tests/support/session-api.js'

const api = await testApi()
let athlete: TestAthlete
let session: Planned

beforeAll(async () => {
  api.setNow(noon)
  athlete = await api.athlete()
  session = await start(athlete)
})

const malformed = '400 MALFORMED_REQUEST'
const invalid = '422 INVALID_INPUT'
const manyExercises = Array(200).fill({ exercise: 'push-up' })
const manySets = Array(21).fill({ reps: 5 })
const date = '2026-11-22'

describe('POST /sessions refuses a session', () => {
  test.each([
    ['without a date', {}, [invalid, '/date REQUIRED']],
    ['on a day that does not exist', { date: '2026-02-30' }, [invalid, '/date FORMAT']],
    ['in another century', { date: '1999-12-31' }, [invalid, '/date VALUE']],
    ['at a time that does not exist', { date, time: '24:00' }, [invalid, '/time FORMAT']],
    ['of an unknown level', { date, level: 6 }, [invalid, '/level VALUE']],
    ['with a number for text', { date, notes: 5 }, [invalid, '/notes TYPE']],
    ['with NUL in its notes', { date, notes: 'a\u0000b' }, [invalid, '/notes VALUE']],
    ['with an unpaired surrogate in its notes', { date, notes: 'a\ud83d' }, [invalid, '/notes VALUE']],
    ['with notes of 2,001 characters', { date, notes: '🟢'.repeat(2001) }, [invalid, '/notes VALUE']],
    ['with 200 exercises', { date, exercises: manyExercises }, [invalid, '/exercises TOO_BIG']],
    [
      'with 21 sets',
      { date, exercises: [{ exercise: 'push-up', sets: manySets }] },
      [invalid, '/exercises/0/sets TOO_BIG'],
    ],
    [
      'with no sets',
      { date, exercises: [{ exercise: 'push-up', sets: [] }] },
      [invalid, '/exercises/0/sets TOO_SMALL'],
    ],
    [
      'with a set of 0 reps',
      { date, exercises: [{ exercise: 'push-up', sets: [{ reps: 0 }] }] },
      [invalid, '/exercises/0/sets/0/reps TOO_SMALL'],
    ],
    [
      'with sets of reps and of seconds',
      { date, exercises: [{ exercise: 'push-up', sets: [{ reps: 5 }, { duration: 5 }] }] },
      [invalid, '/exercises/0/sets VALUE'],
    ],
    [
      'with reps of an exercise that is held',
      { date, exercises: [{ exercise: 'l-sit', sets: [{ reps: 5 }] }] },
      ['422 METRIC_MISMATCH', '/exercises/0/sets METRIC_MISMATCH'],
    ],
    [
      'with unknown exercises',
      {
        date,
        exercises: [{ exercise: 'a' }, { exercise: 'push-up' }, { exercise: '0198c0de-7a11-7000-8000-000000000001' }],
      },
      [invalid, '/exercises/0/exercise EXERCISE_NOT_FOUND', '/exercises/2/exercise EXERCISE_NOT_FOUND'],
    ],
    ['with an id that is no UUID', { date, id: '0198C0DE-7A11-7000-8000' }, [invalid, '/id FORMAT']],
    ['with a status', { date, status: 'completed' }, [invalid, '/status UNKNOWN_FIELD']],
    [
      'with the id of another athlete',
      { date, userId: '0198c0de-7a11-7000-8000-000000000001' },
      [invalid, '/userId UNKNOWN_FIELD'],
    ],
    ['given as a list', [], [invalid, ' TYPE']],
    [
      'with several faults, all named at once',
      { date: 7, time: 7, exercises: [{}], extra: 1 },
      [invalid, '/date TYPE', '/time TYPE', '/exercises/0/exercise REQUIRED', '/extra UNKNOWN_FIELD'],
    ],
  ])('%s', async (_, body, problem) => {
    const before = await rowsOf(api, athlete)
    expect(problemOf(await athlete.post('/sessions', body))).toEqual(problem)
    expect(await rowsOf(api, athlete)).toEqual(before)
  })

  test.each([
    ['in unfinished JSON', '{"date": "2026-11-22"'],
    ['with a key twice', '{"date": "2026-11-22", "date": "2026-11-23"}'],
    ['with __proto__', '{"date": "2026-11-22", "__proto__": {}}'],
  ])('%s', async (_, body) => {
    const before = await rowsOf(api, athlete)
    const headers = { authorization: `Bearer ${athlete.token}`, 'content-type': 'application/json' }
    const response = await api.fetch('/sessions', { method: 'POST', headers, body })
    expect([response.status, response.headers.get('content-type')]).toEqual([
      400,
      'application/problem+json; charset=utf-8',
    ])
    expect(await response.json()).toMatchObject({ code: 'MALFORMED_REQUEST' })
    expect(await rowsOf(api, athlete)).toEqual(before)
  })
})

describe('POST .../sets refuses a set', () => {
  test.each([
    ['of negative reps', { reps: -5 }, [invalid, '/reps TOO_SMALL']],
    ['of half a rep', { reps: 7.5 }, [invalid, '/reps TYPE']],
    ['of reps in words', { reps: '8' }, [invalid, '/reps TYPE']],
    ['of 1,001 reps', { reps: 1001 }, [invalid, '/reps TOO_BIG']],
    ['with RPE 11', { reps: 8, rpe: 11 }, [invalid, '/rpe TOO_BIG']],
    ['with pain 11', { reps: 8, pain: 11 }, [invalid, '/pain TOO_BIG']],
    ['with 1,000 kg', { reps: 8, weightKg: 1000 }, [invalid, '/weightKg TOO_BIG']],
    ['at an instant without a zone', { reps: 8, completedAt: '2026-11-22T11:00:00' }, [invalid, '/completedAt FORMAT']],
    [
      'at an instant that does not exist',
      { reps: 8, completedAt: '2026-02-30T11:00:00Z' },
      [invalid, '/completedAt FORMAT'],
    ],
  ])('%s', async (_, body, problem) => {
    const before = await rowsOf(api, athlete)
    expect(problemOf(await athlete.post(`${session.exercises[0]}/sets`, body))).toEqual(problem)
    expect(await rowsOf(api, athlete)).toEqual(before)
  })
})

test.each(['/sessions/not-an-id', '/sessions/0198C0DE-7A11-7000-8000-00000000000G'])(
  'refuses %s as an address',
  async (path) => {
    expect(problemOf(await athlete.get(path))).toEqual([malformed, 'sessionId FORMAT'])
  },
)
