import { beforeEach, describe, expect, test } from 'vitest'
import { rebuild } from '#database/commands/rebuild.js'
import { verify } from '#database/verify.js'
import { ruleBookOf } from '#domain/rules/rule-book.js'
import { ruleBook } from '#domain/rules/rules-in-force.js'
import { rules2026v1 } from '#domain/rules/training-rules.js'
import { type TestAthlete, testApi } from '#tests/support/api.js'
import { expectStatus, type Planned, start } from '#tests/support/session-api.js'

const api = await testApi()

/** The release before the second version of the rules was known. */
const firstRelease = ruleBookOf(rules2026v1)

/** Pull-ups with a warm-up of two that nobody marked. */
const warmUpAndWork = [2, 6, 6, 6]

let now: TestAthlete
let then: TestAthlete

beforeEach(async () => {
  now = await api.athlete()
  await api.db.rows("update users set created_at = '2026-01-01' where id = $1 returning id", [now.id])
  then = api.servedWith(now, { ruleBook: firstRelease })
})

/** Trains on a day as a release was served then. */
async function train(athlete: TestAthlete, day: number): Promise<Planned> {
  const date = `2026-11-${String(day).padStart(2, '0')}`
  api.setNow(`${date}T19:00:00.000Z`)
  const session = await start(athlete, {
    date,
    exercises: [{ exercise: 'pull-up', sets: [{ reps: 6 }, { reps: 6 }, { reps: 6 }] }],
  })
  for (const reps of warmUpAndWork) {
    expectStatus(await athlete.post(`${session.exercises[0]}/sets`, { reps, rpe: 8 }), 201)
  }
  expectStatus(await athlete.post(`${session.path}/complete`, {}), 200)
  return session
}

async function decisionOf(athlete: TestAthlete, { path }: Planned) {
  const [decision] = expectStatus(await athlete.get(`${path}/decisions`), 200).body.data
  return decision
}

/** What is stored of the decisions of a session, to the letter. */
const storedOf = ({ id }: Planned) =>
  api.db.rows<{ stored: string }>(
    'select row_to_json(made)::text as stored from exercise_decisions as made where session_id = $1',
    [id],
  )

async function differences(): Promise<string[]> {
  const lines: string[] = []
  await rebuild({ database: api.db.operator(), ruleBook, athlete: now.id, log: (line) => lines.push(line) })
  return lines
}

describe('a release with the rules 2026.2 in force, after a journal of 2026.1,', () => {
  test('keeps what was decided to the letter, and judges what is new by the new rules', async () => {
    const old = [await train(then, 2), await train(then, 5)]
    const before = await Promise.all(old.map(storedOf))
    const fresh = await train(now, 8)
    expect(await Promise.all(old.map(storedOf))).toEqual(before)
    const decisions = await Promise.all([...old, fresh].map((session) => decisionOf(now, session)))
    expect(decisions.map(({ rulesVersion, reason }) => [rulesVersion, reason])).toEqual([
      ['2026.1', 'missed'],
      ['2026.1', 'missed'],
      ['2026.2', 'default_met_once'],
    ])
    expect(decisions[0].inputs).not.toHaveProperty('targets')
    expect(await differences()).toEqual([])
    expect((await verify(api.db.operator())).filter(({ findings }) => findings.length > 0)).toEqual([])
  })

  test('judges a correction of an old set by the rules of its session', async () => {
    const old = await train(then, 2)
    const { body } = await now.get(old.path)
    const [warmUp] = body.exercises[0].sets
    expectStatus(await now.patch(`${old.exercises[0]}/sets/${warmUp.id}`, { kind: 'warmup' }), 200)
    expect(await decisionOf(now, old)).toMatchObject({ rulesVersion: '2026.1', reason: 'missed' })
    expectStatus(await now.patch(`${old.exercises[0]}/sets/${warmUp.id}`, { reps: 6 }), 200)
    expect(await decisionOf(now, old)).toMatchObject({ rulesVersion: '2026.1', reason: 'default_met_once' })
    expect(await differences()).toEqual([])
  })

  test('answers for an earlier instant by what held then', async () => {
    await train(then, 2)
    const at = '2026-11-03T00:00:00.000Z'
    const asked = `/me/exercises/pull-up/mastery?at=${at}`
    api.setNow('2026-11-03T08:00:00.000Z')
    const known = expectStatus(await then.get(asked), 200).body
    await train(now, 5)
    await train(now, 8)
    const { rulesVersion: _, ...answer } = expectStatus(await now.get(asked), 200).body
    expect(known).toMatchObject(answer)
    expect(expectStatus(await now.get('/me/exercises/pull-up/mastery'), 200).body.isMastered).toBe(true)
  })

  test('simulates by the version in force', async () => {
    const body = { exercise: 'pull-up', sessions: [{ sets: warmUpAndWork.map((reps) => ({ reps })), rpeLast: 8 }] }
    const version = async (athlete: TestAthlete) =>
      expectStatus(await athlete.post('/progression/simulate', body), 200).body.decisions[0].rulesVersion
    expect([await version(then), await version(now)]).toEqual(['2026.1', '2026.2'])
  })

  test('keeps the masses of the day, so that a later weighing changes nothing', async () => {
    expectStatus(await now.put('/me/consents/health-data', { given: true }), 200)
    expectStatus(await now.patch('/me', { bodyMassKg: 75 }), 200)
    const session = await train(now, 8)
    const kept = () =>
      api.db.rows('select standard_body_mass_kg::float8 as kg from session_exercises where session_id = $1', [
        session.id,
      ])
    expect(await kept()).toEqual([{ kg: 75 }])
    expectStatus(await now.patch('/me', { bodyMassKg: 90 }), 200)
    expect(await kept()).toEqual([{ kg: 75 }])
    expect(await differences()).toEqual([])
  })
})
