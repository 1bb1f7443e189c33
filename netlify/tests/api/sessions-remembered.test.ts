import { beforeEach, describe, expect, test } from 'vitest'
import { DatabaseError } from '#database/errors.js'
import type { Database } from '#database/port.js'
import { sessionMemory } from '#orchestration/session-memory.js'
import { listSummaryDrift } from '#queries/daily-workout-summary.js'
import { type Answered, type TestAthlete, testApi } from '#tests/support/api.js'
import { expectStatus, noon, type Planned, plan, problemOf, reread, start, today } from '#tests/support/session-api.js'

const api = await testApi()

beforeEach(() => api.setNow(noon))

/** The athlete as another process serves them, which has a memory of its own. */
const inAnotherProcess = (athlete: TestAthlete, parts: { database?: Database } = {}) =>
  api.servedWith(athlete, { ...parts, sessionMemory: sessionMemory() })

const named = (version: number, headers: Record<string, string> = {}) => ({
  headers: { 'if-match': `"${version}"`, ...headers },
})

/** How many round trips the last requests took, the latest last. */
const trips = (count: number) => api.requests.slice(-count).map(({ roundTrips }) => roundTrips)

/** Lists the days of an athlete whose summary is not the sum of its sessions. */
const driftOf = ({ id }: TestAthlete) => api.db.operator().query(listSummaryDrift({ userId: id, limit: 100 }))

const idOf = (n: number) => `0198c0de-7a11-7000-8000-${String(n).padStart(12, '0')}`

/** An athlete in two processes, with a session in progress that both of them remember. */
async function inTwoProcesses() {
  const here = inAnotherProcess(await api.athlete())
  const there = inAnotherProcess(here)
  const { path, exercises } = await start(here)
  const [push = '', hang = '', archer = ''] = exercises
  await reread(there, path)
  return { here, there, path, push, hang, archer }
}

/** The answer to a read is what was answered before it, part by part. */
async function setsOf(athlete: TestAthlete, path: string): Promise<Answered['body'][]> {
  const { exercises } = await reread(athlete, path)
  return exercises.flatMap(({ sets }: { sets: unknown[] }) => sets)
}

describe('a client who names what it knows', () => {
  test('logs a set in two round trips, and each that follows in one', async () => {
    const athlete = await api.athlete()
    const { path, exercises } = await start(athlete)
    const other = inAnotherProcess(athlete)
    const answers = []
    for (const version of [1, 2, 3]) answers.push(await other.post(`${exercises[0]}/sets`, { reps: 8 }, named(version)))
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201])
    expect(trips(3)).toEqual([2, 1, 1])
    expect(await setsOf(athlete, path)).toEqual(answers.map(({ body }) => body))
  })

  test('trains a whole workout in one round trip for each step, where one process serves it', async () => {
    const athlete = await api.athlete()
    const { path, exercises, session } = await plan(athlete)
    const [push, hang, archer] = exercises
    const [{ id: sessionExerciseId }] = session.exercises
    expectStatus(await athlete.get(path), 200)
    const started = expectStatus(await athlete.post(`${path}/start`, {}, named(1)), 200)
    const set = expectStatus(await athlete.post(`${push}/sets`, { reps: 8, rpe: 7.5, weightKg: 2.25 }, named(1)), 201)
    expectStatus(await athlete.patch(`${push}/sets/${set.body.id}`, { reps: 9, notes: 'Ä' }, named(1)), 200)
    expectStatus(await athlete.post(`${hang}/sets`, { duration: 30, side: null }, named(1)), 201)
    expectStatus(await athlete.delete(`${push}/sets/${set.body.id}`, named(2)), 204)
    expectStatus(await athlete.post(`${hang}/done`, undefined, named(2)), 200)
    expectStatus(await athlete.patch(`${archer}`, { planned: { notes: 'slow' } }, named(1)), 200)
    const sets = [8, 7].map((reps, n) => ({ id: idOf(n), sessionExerciseId, reps, completedAt: noon }))
    expectStatus(await athlete.post(`${path}/sets`, { sets }, named(started.body.version + 6)), 200)
    const edited = expectStatus(await athlete.patch(path, { notes: 'In the park' }, named(9)), 200)
    expect(trips(9)).toEqual(Array(9).fill(1))
    expect(await reread(inAnotherProcess(athlete), path)).toEqual(edited.body)
    expectStatus(await athlete.post(`${path}/complete`, {}, named(10)), 200)
    expectStatus(await athlete.post(`${push}/sets`, { reps: 6 }, named(6)), 201)
    expect(trips(2)).toEqual([2, 3])
    expect(await driftOf(athlete)).toEqual([])
  })

  test('is answered as a client is who names nothing, and as a read is', async () => {
    const { here, there, path, push } = await inTwoProcesses()
    const remembered = expectStatus(await here.post(`${push}/sets`, { reps: 8 }, named(1)), 201)
    const fresh = expectStatus(await inAnotherProcess(there).post(`${push}/sets`, { reps: 8 }), 201)
    expect(trips(2)).toEqual([1, 2])
    const { id: _, setNumber, ...rest } = remembered.body
    expect([setNumber, fresh.body]).toEqual([1, { ...rest, id: fresh.body.id, setNumber: 2 }])
    expect(await setsOf(here, path)).toEqual([remembered.body, fresh.body])
  })

  test.each([{}, { headers: { 'if-match': '*' } }])(
    'is served as before when it names no version: %j',
    async (options) => {
      const { here, push } = await inTwoProcesses()
      for (const _ of [1, 2]) expectStatus(await here.post(`${push}/sets`, { reps: 8 }, options), 201)
      expect(trips(2)).toEqual([2, 2])
    },
  )

  test('is answered from what is stored where nothing changes', async () => {
    const { here, there, path, push } = await inTwoProcesses()
    expectStatus(await here.post(`${push}/done`, undefined, named(1)), 200)
    expectStatus(await here.post(`${push}/done`, undefined, named(2)), 200)
    expect(trips(2)).toEqual([1, 1])
    expectStatus(await there.delete(path), 204)
    expect(problemOf(await here.post(`${push}/done`, undefined, named(2)))).toEqual(['404 SESSION_NOT_FOUND'])
  })

  test('may name the tag of the whole session', async () => {
    const { here, path, push } = await inTwoProcesses()
    const tag = (await here.get(path)).headers.get('etag') ?? ''
    api.setNow('2026-11-22T12:00:30.000Z')
    expectStatus(await here.post(`${push}/sets`, { reps: 8 }, { headers: { 'if-match': tag } }), 201)
    expect(problemOf(await here.post(`${push}/sets`, { reps: 8 }, { headers: { 'if-match': tag } }))).toEqual([
      '412 VERSION_MISMATCH',
    ])
    expect(trips(2)).toEqual([1, 1])
  })
})

describe('an idempotency key', () => {
  const key = { 'idempotency-key': 'a-set' }

  test('costs nothing, and a repeat has the same answer in one round trip', async () => {
    const { here, path, push } = await inTwoProcesses()
    const first = expectStatus(await here.post(`${push}/sets`, { reps: 8 }, named(1, key)), 201)
    const again = expectStatus(await here.post(`${push}/sets`, { reps: 8 }, named(1, key)), 201)
    expect(trips(2)).toEqual([1, 1])
    expect([again.body, again.headers.get('idempotent-replayed')]).toEqual([first.body, 'true'])
    expect(await setsOf(here, path)).toEqual([first.body])
  })

  test('is found by a process that remembers the session as it was before, in two round trips', async () => {
    const { here, there, path, push } = await inTwoProcesses()
    const first = expectStatus(await here.post(`${push}/sets`, { reps: 8 }, named(1, key)), 201)
    const again = expectStatus(await there.post(`${push}/sets`, { reps: 8 }, named(1, key)), 201)
    expect(trips(2)).toEqual([1, 2])
    expect([again.body, again.headers.get('idempotent-replayed')]).toEqual([first.body, 'true'])
    expect(await setsOf(here, path)).toEqual([first.body])
  })

  test('of another request is refused, whatever is remembered', async () => {
    const { here, there, push, hang } = await inTwoProcesses()
    expectStatus(await here.post(`${push}/sets`, { reps: 8 }, named(1, key)), 201)
    for (const athlete of [here, there]) {
      const refused = await athlete.post(`${hang}/sets`, { duration: 30 }, named(1, key))
      expect(problemOf(refused)).toEqual(['422 IDEMPOTENCY_KEY_REUSED'])
    }
  })

  test('keeps nothing where memory was wrong and the request is refused', async () => {
    const { here, there, path, push } = await inTwoProcesses()
    expectStatus(await there.post(`${path}/skip`), 200)
    expect(problemOf(await here.post(`${push}/sets`, { reps: 8 }, named(1, key)))).toEqual(['409 SESSION_NOT_OPEN'])
    expect(await api.db.rows('select from idempotency_keys where user_id = $1', [here.id])).toEqual([])
  })
})

describe('a set under an id of the client', () => {
  const body = { id: idOf(100), reps: 8 }

  test('is created once, by whichever process it is sent to again', async () => {
    const { here, there, path, push } = await inTwoProcesses()
    const first = expectStatus(await here.post(`${push}/sets`, body, named(1)), 201)
    for (const athlete of [here, there, there])
      expect(expectStatus(await athlete.post(`${push}/sets`, body, named(1)), 200).body).toEqual(first.body)
    expect(await setsOf(here, path)).toEqual([first.body])
  })

  test('that a set of another session has is taken, alone and among others', async () => {
    const { here, path, push } = await inTwoProcesses()
    const other = await start(here)
    const id = idOf(101)
    expectStatus(await here.post(`${other.exercises[0]}/sets`, { id, reps: 8 }), 201)
    expect(problemOf(await here.post(`${push}/sets`, { id, reps: 8 }, named(1)))[0]).toBe('409 ID_TAKEN')
    const sessionExerciseId = push.split('/').at(-1)
    const sets = [idOf(102), id].map((each) => ({ id: each, sessionExerciseId, reps: 8 }))
    await reread(here, path)
    const { results } = expectStatus(await here.post(`${path}/sets`, { sets }, named(2)), 200).body
    expect(results.map(({ status, problem }: Answered['body']) => [status, problem?.code])).toEqual([
      ['done', undefined],
      ['refused', 'ID_TAKEN'],
    ])
    expect(await setsOf(here, path)).toEqual([results[0].set])
  })

  test('is logged once among sets that are sent twice', async () => {
    const { here, path, push } = await inTwoProcesses()
    const sessionExerciseId = push.split('/').at(-1)
    const sets = [1, 2].map((n) => ({ id: idOf(110 + n), sessionExerciseId, reps: 8 }))
    const statuses = []
    for (const version of [2, 3]) {
      const { results } = expectStatus(await here.post(`${path}/sets`, { sets }, named(version)), 200).body
      statuses.push(results.map(({ status }: Answered['body']) => status))
    }
    expect(statuses).toEqual([
      ['done', 'done'],
      ['replayed', 'replayed'],
    ])
    expect(await setsOf(here, path)).toHaveLength(2)
  })
})

/** What another process does with a session meanwhile, and what a set that names version 1 then gets. */
type Meanwhile = (there: TestAthlete, at: { path: string; push: string; hang: string }) => Promise<Answered>

const meanwhile: Readonly<Record<string, readonly [Meanwhile, string]>> = {
  'logged to the same exercise': [(there, { push }) => there.post(`${push}/sets`, { reps: 5 }), '412 VERSION_MISMATCH'],
  'logged to another exercise': [(there, { hang }) => there.post(`${hang}/sets`, { duration: 5 }), '201'],
  'removed the exercise': [(there, { push }) => there.delete(push), '404 SESSION_EXERCISE_NOT_FOUND'],
  'moved the exercise': [(there, { push }) => there.patch(push, { order: 3 }), '412 VERSION_MISMATCH'],
  'completed the session': [
    (there, { path }) => there.post(`${path}/complete`, { withoutSets: true }),
    '412 VERSION_MISMATCH',
  ],
  'skipped the session': [(there, { path }) => there.post(`${path}/skip`), '409 SESSION_NOT_OPEN'],
  'deleted the session': [(there, { path }) => there.delete(path), '404 SESSION_NOT_FOUND'],
  'put another document in its place': [
    (there, { path }) =>
      there.put(
        path,
        { date: today, status: 'in_progress', exercises: [{ exercise: 'l-sit' }] },
        { headers: { 'if-match': '*' } },
      ),
    '404 SESSION_EXERCISE_NOT_FOUND',
  ],
  'wrote a note about the session': [(there, { path }) => there.patch(path, { notes: 'x' }), '201'],
  'moved to another zone': [(there) => there.patch('/me', { timeZone: 'Pacific/Auckland' }), '201'],
}

describe.each(Object.entries(meanwhile))('when another process %s', (_, [change, outcome]) => {
  const outcomeOf = (answered: Answered) => (answered.status < 300 ? `${answered.status}` : problemOf(answered).join())

  test('a set is answered as without memory, and none is lost', async () => {
    const { here, there, path, push, hang } = await inTwoProcesses()
    expect((await change(there, { path, push, hang })).status).toBeLessThan(300)
    const forgetful = inAnotherProcess(here)
    const before = await there.get(path)
    const sets = before.status === 200 ? await setsOf(there, path) : []
    const answered = await here.post(`${push}/sets`, { reps: 8 }, named(1))
    expect(outcomeOf(answered)).toBe(outcome)
    if (answered.status < 300) {
      expect((await setsOf(forgetful, path)).map(({ id }) => id).sort()).toEqual(
        [...sets, answered.body].map(({ id }) => id).sort(),
      )
    } else {
      const after = await forgetful.get(path)
      expect(after).toMatchObject({ status: before.status, body: before.status === 200 ? before.body : {} })
      expect(outcomeOf(await forgetful.post(`${push}/sets`, { reps: 8 }, named(1)))).toBe(outcome)
    }
    expect(await driftOf(there)).toEqual([])
  })
})

describe('whoever may not see a session', () => {
  test('does not get at it by the memory of the process', async () => {
    const [mine, stranger] = [await api.athlete(), await api.athlete()]
    const { exercises, path } = await start(mine)
    expect(problemOf(await stranger.post(`${exercises[0]}/sets`, { reps: 8 }, named(1)))).toEqual([
      '404 SESSION_NOT_FOUND',
    ])
    expectStatus(await mine.post(`${exercises[0]}/sets`, { reps: 8 }, named(1)), 201)
    expect(trips(1)).toEqual([1])
    expect(await setsOf(mine, path)).toHaveLength(1)
  })

  test('is refused with a key that was revoked, or that may not write', async () => {
    const athlete = await api.athlete()
    const { exercises } = await start(athlete)
    for (const scopes of [['sessions:write'], ['sessions:read']]) {
      const { body } = expectStatus(await athlete.post('/me/keys', { name: 'Watch', scopes }), 201)
      const headers = { authorization: `Bearer ${body.key}`, 'if-match': '"1"' }
      if (scopes.includes('sessions:write')) expectStatus(await athlete.post(`/me/keys/${body.id}/revoke`), 200)
      const refused = await api.visitor.post(`${exercises[0]}/sets`, { reps: 8 }, { headers })
      expect([401, 403]).toContain(refused.status)
    }
    expect(await api.db.rows('select from exercise_set_logs where user_id = $1', [athlete.id])).toEqual([])
  })

  test('is one whose account was erased by another process', async () => {
    const { here, there, push } = await inTwoProcesses()
    expectStatus(await there.delete('/me'), 204)
    const refused = await here.post(`${push}/sets`, { reps: 8 }, named(1))
    expect(problemOf(refused)).toEqual(problemOf(await there.post(`${push}/sets`, { reps: 8 })))
  })
})

describe('consent', () => {
  test('that was withdrawn by another process is missing, and no pain is written', async () => {
    const { here, there, path, push } = await inTwoProcesses()
    const painful = { reps: 8, pain: 3, painSite: 'elbow' }
    expectStatus(await here.post(`${push}/sets`, painful, named(1)), 201)
    expect(trips(1)).toEqual([1])
    expectStatus(await there.put('/me/consents/health-data', { given: false }), 200)
    expect(problemOf(await here.post(`${push}/sets`, painful, named(2)))[0]).toBe('403 CONSENT_NEEDED')
    expect(await setsOf(there, path)).toHaveLength(1)
  })

  test('that was withdrawn with what is stored leaves none of it, also where it is remembered', async () => {
    for (const noted of [{ pain: 3, painSite: 'elbow' }, {}]) {
      const { here, there, path, push } = await inTwoProcesses()
      expectStatus(await here.patch('/me', { bodyMassKg: 80 }), 200)
      expectStatus(await here.post(`${push}/sets`, { reps: 8, ...noted }, named(1)), 201)
      // reopened, it keeps the standard that it was judged by, with the body mass of the day
      expectStatus(await here.post(`${path}/complete`, {}), 200)
      expectStatus(await here.post(`${path}/reopen`), 200)
      const { exercises } = await reread(here, path)
      expectStatus(await there.put('/me/consents/health-data', { given: false, erase: true }), 200)
      expectStatus(await here.post(`${push}/sets`, { reps: 7 }, named(exercises[0].version)), 201)
      expect(await setsOf(there, path)).toMatchObject([{ pain: null, painSite: null }, { reps: 7 }])
      const kept = 'select from session_exercises where user_id = $1 and standard_body_mass_kg is not null'
      expect(await api.db.rows(kept, [here.id])).toEqual([])
    }
  })
})

describe('what is read with a session and has no part in its version', () => {
  test('is the time zone: a session of tomorrow is not started by the zone of before', async () => {
    const here = inAnotherProcess(await api.athlete({ timeZone: 'Pacific/Auckland' }))
    const { path } = await plan(here, { date: '2026-11-23', exercises: [{ exercise: 'push-up' }] })
    expect((await reread(here, path)).isToday).toBe(true)
    expectStatus(await inAnotherProcess(here).patch('/me', { timeZone: 'Europe/Berlin' }), 200)
    expect(problemOf(await here.post(`${path}/start`, {}, named(1)))).toEqual(['422 DATE_IN_FUTURE'])
  })

  test('is the library: an exercise is called as it is called now', async () => {
    const { here, path, hang } = await inTwoProcesses()
    await api.db.rows(`update exercises set name = 'Passive hang' where slug = 'dead-hang'`)
    const { body } = expectStatus(await here.post(`${hang}/done`, undefined, named(1)), 200)
    expect(body).toEqual((await reread(here, path)).exercises[1])
    expect(body.exercise.name).toBe('Passive hang')
    await api.db.rows(`update exercises set name = 'Dead hang' where slug = 'dead-hang'`)
  })

  test('is what the same version was before a restore', async () => {
    const { here, path, push } = await inTwoProcesses()
    expectStatus(await here.post(`${push}/sets`, { reps: 8 }, named(1)), 201)
    // the set is lost, and another change has its numbers again
    await api.db.rows('delete from exercise_set_logs where user_id = $1', [here.id])
    await api.db.rows(`update workout_sessions set updated_at = $2 where user_id = $1`, [
      here.id,
      '2026-11-22T12:00:09Z',
    ])
    const { body } = expectStatus(await here.post(`${push}/sets`, { reps: 5 }, named(2)), 201)
    expect(body.setNumber).toBe(1)
    expect(await setsOf(here, path)).toEqual([body])
  })
})

describe('a commit of which nobody knows', () => {
  /** A database that commits, and loses the answer to the first batch that inserts a set. */
  function losing(): Database {
    const { database } = api.environment
    let lost = 0
    return {
      ...database,
      batch: async (statements, options) => {
        const results = await database.batch(statements, options)
        if (lost > 0 || !statements.some(({ name }) => name === 'insertSetLogs')) return results
        lost += 1
        const facts = { kind: 'unavailable', sqlState: null, constraint: null, detail: null } as const
        throw new DatabaseError({ ...facts, ambiguous: true, statement: null }, new Error('no answer'))
      },
    }
  }

  test('leaves nothing in the memory, and the set is there once', async () => {
    const athlete = inAnotherProcess(await api.athlete(), { database: losing() })
    const { path, exercises } = await start(athlete)
    const body = { id: idOf(200), reps: 8 }
    expect((await athlete.post(`${exercises[0]}/sets`, body, named(1))).status).toBe(503)
    expectStatus(await athlete.post(`${exercises[0]}/sets`, body, named(1)), 200)
    expect(await setsOf(athlete, path)).toHaveLength(1)
  })

  test('is found again under a key', async () => {
    const athlete = inAnotherProcess(await api.athlete(), { database: losing() })
    const { path, exercises } = await start(athlete)
    const set = expectStatus(
      await athlete.post(`${exercises[0]}/sets`, { reps: 8 }, named(1, { 'idempotency-key': 'lost' })),
      201,
    )
    expect(await setsOf(athlete, path)).toEqual([set.body])
  })
})

describe('several processes', () => {
  /** Numbers that look random and are the same in each run. */
  function dice(seed: number) {
    let state = seed
    return (sides: number) => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
      return Math.floor((state / 2_147_483_648) * sides)
    }
  }

  /** One step of a workout by what a client read last; answers the status. */
  async function step(athlete: TestAthlete, { path, exercises }: Planned, roll: (sides: number) => number) {
    const place = roll(3)
    const exercise = exercises[place] ?? ''
    const { exercises: items, version } = await reread(roll(2) === 0 ? athlete : inAnotherProcess(athlete), path)
    const { sets, version: ofExercise } = items[place]
    const options = (of: number) => (roll(4) === 0 ? {} : named(of - (roll(5) === 0 ? 1 : 0)))
    const amount = place === 1 ? { duration: 10 + roll(50) } : { reps: 1 + roll(20) }
    const set = sets[roll(Math.max(1, sets.length))]
    switch (roll(6)) {
      case 0:
        return athlete.patch(path, { notes: `${roll(1000)}` }, options(version))
      case 1:
        return athlete.post(`${exercise}/done`, undefined, options(ofExercise))
      case 2:
        return set && athlete.patch(`${exercise}/sets/${set.id}`, amount, options(set.version))
      case 3:
        return set && athlete.delete(`${exercise}/sets/${set.id}`, options(set.version))
      default:
        return athlete.post(`${exercise}/sets`, amount, options(ofExercise))
    }
  }

  /** What is left of a session when ids and instants are taken out of it. */
  const shapeOf = (session: Answered['body']) =>
    JSON.parse(JSON.stringify(session, (name, value) => (/^(id|.*At)$/.test(name) ? undefined : value)))

  test.each([1, 2, 3, 4])(
    'in turns end with the same session as one that forgets, and answer the same (%i)',
    async (seed) => {
      const athlete = await api.athlete()
      const train = async (processes: readonly TestAthlete[]) => {
        const roll = dice(seed)
        const session = await start(athlete)
        const told = []
        for (let n = 0; n < 30; n += 1) {
          const one = processes[n % processes.length] ?? athlete
          told.push((await step(one, session, roll))?.status)
        }
        return { told, left: shapeOf(await reread(inAnotherProcess(athlete), session.path)) }
      }
      const forgetful = api.servedWith(athlete, { sessionMemory: sessionMemory({ sessionsMax: 0 }) })
      const before = api.requests.length
      const remembered = await train([athlete, inAnotherProcess(athlete), inAnotherProcess(athlete)])
      const quick = api.requests.slice(before).filter(({ roundTrips, status }) => roundTrips === 1 && status === 201)
      expect(remembered).toEqual(await train([forgetful]))
      expect(quick.length, 'memory was of use').toBeGreaterThan(0)
      expect(await driftOf(athlete)).toEqual([])
    },
  )

  test('at the same time store every set that they answered with 201, and no other', async () => {
    const athlete = await api.athlete()
    const { path, exercises } = await start(athlete)
    const processes = [1, 2, 3].map(() => inAnotherProcess(athlete))
    const accepted: string[] = []
    for (let round = 0; round < 12; round += 1) {
      const { exercises: items } = await reread(processes[round % 3] ?? athlete, path)
      const answers = await Promise.all(
        processes.map((one, n) => {
          const options = round % 3 === n ? {} : named(items[0].version)
          return one.post(`${exercises[0]}/sets`, { id: idOf(1_000 + 3 * round + n), reps: 1 + n }, options)
        }),
      )
      for (const [n, { status }] of answers.entries()) {
        expect([201, 412]).toContain(status)
        if (status === 201) accepted.push(idOf(1_000 + 3 * round + n))
      }
    }
    const stored = await setsOf(inAnotherProcess(athlete), path)
    expect(stored.map(({ id }) => id).sort()).toEqual(accepted.sort())
    expect(stored.map(({ setNumber }) => setNumber)).toEqual(accepted.map((_, n) => n + 1))
    expect(await driftOf(athlete)).toEqual([])
  })
})
