import { beforeAll, describe, expect, test } from 'vitest'
import { ruleBook } from '#domain/rules/rules-in-force.js'
import { deriveTraining } from '#domain/training/derive.js'
import { replayEvents } from '#domain/training/replay-events.js'
import { trainingChanges } from '#domain/training/training-changes.js'
import { nothingKnown } from '#domain/training/training-state.js'
import type { AthleteId } from '#domain/values/id.schema.js'
import { inOneGo } from '#domain/values/in-one-go.js'
import { createTestDatabase, testDatabase } from '#tests/support/database.js'
import { idOf } from '#tests/support/ids.js'
import { listSummaryDrift } from './queries/daily-workout-summary.js'
import { listEvents } from './queries/events.js'
import { readLibrary } from './queries/read-library.js'
import { markDisposable } from './queries/settings.js'
import { readTrainingLog } from './queries/training-log.js'
import { seedExercises } from './seed-exercises.js'
import { seedUserProgress } from './seed-user-progress.js'

const { operator, athlete, rows } = await testDatabase()
const database = operator()
const now = new Date('2026-11-18T12:00:00Z')

const counts = async () =>
  (
    await rows(`
      select
        (select count(*) from users)::int as users,
        (select count(*) from workout_sessions)::int as sessions,
        (select count(*) from exercise_set_logs)::int as sets,
        (select count(*) from events)::int as events`)
  )[0]

test('seedUserProgress refuses a database that is not marked as disposable, and writes nothing', async () => {
  await expect(seedUserProgress({ database, now })).rejects.toMatchObject({
    exitCode: 4,
    message: expect.stringContaining('npm run db:setup -- --disposable'),
  })
  expect(await counts()).toMatchObject({ users: 0 })
})

test('seedUserProgress skips such a database with ifDisposable', async () => {
  const lines: string[] = []
  expect(await seedUserProgress({ database, now, ifDisposable: true, log: (line) => lines.push(line) })).toBeNull()
  expect(lines).toEqual(['· skipped: the database is not marked as disposable'])
  expect(await counts()).toMatchObject({ users: 0 })
})

test('seedUserProgress refuses a database without a library', async () => {
  const other = await createTestDatabase()
  await other.operator().batch([markDisposable({ now })])
  await expect(seedUserProgress({ database: other.operator(), now })).rejects.toThrow('npm run db:setup brings it')
  await other.close()
})

describe('seedUserProgress on a disposable database', () => {
  let userId: AthleteId

  beforeAll(async () => {
    await database.batch([markDisposable({ now })])
    await seedExercises({ database })
    userId = (await seedUserProgress({ database, now })) ?? idOf.athlete('nobody')
  })

  test('makes an athlete with a level in each category', async () => {
    const levels = await rows(`
      select name, current_level from user_current_levels
      join exercise_categories as category on category.id = category_id
      order by name`)
    expect(levels).toEqual([
      { name: 'Pull', current_level: 1 },
      { name: 'Push', current_level: 2 },
      { name: 'Squat', current_level: 2 },
    ])
  })

  test('makes three months of history, the plan of this week, and personal prescriptions', async () => {
    const [found] = await rows(`
      select
        count(*) filter (where status = 'completed')::int > 30 as trained,
        min(session_date)::text as first,
        count(*) filter (where session_date >= '2026-11-18')::int as planned
      from workout_sessions`)
    expect(found).toEqual({ trained: true, first: '2026-08-24', planned: 3 })
    const own = await rows(
      `select 1 from user_exercise_configs where current_rest_seconds is not null or current_notes is not null`,
    )
    expect(own).toHaveLength(3)
  })

  test('makes rows that the athlete sees through row-level security', async () => {
    const seen = await athlete(userId).query(readTrainingLog({ userId }))
    expect(seen.sessions.length).toBeGreaterThan(30)
  })

  test('makes summaries that agree with the logs', async () => {
    expect(await database.query(listSummaryDrift({ userId: null, limit: 100 }))).toEqual([])
    expect((await rows('select count(*)::int as days from daily_workout_summary'))[0]?.days).toBeGreaterThan(30)
  })

  test('makes events from which the tables can be derived', async () => {
    const [trainingLog, { library }, events] = await database.batch([
      readTrainingLog({ userId }),
      readLibrary(),
      listEvents({ userId, types: null, subject: null, recordedUntil: null, before: null, limit: 100_000 }),
    ])
    const fromTables = inOneGo(deriveTraining(trainingLog, library, ruleBook))
    expect(inOneGo(deriveTraining(inOneGo(replayEvents(events.reverse())), library, ruleBook))).toEqual(fromTables)
    const stored = await rows(
      `select exercise_id, last_decision from user_exercise_configs where sessions_count > 0 order by 1`,
    )
    const derived = inOneGo(trainingChanges(nothingKnown, fromTables)).exercises.written.filter(
      (standing) => standing.sessionsCount > 0,
    )
    expect(stored.map(({ exercise_id, last_decision }) => [exercise_id, last_decision])).toEqual(
      derived.map(({ exerciseId, lastDecision }) => [exerciseId, lastDecision]).toSorted(),
    )
  })

  test('changes nothing the second time', async () => {
    const before = await counts()
    const lines: string[] = []
    expect(await seedUserProgress({ database, now, log: (line) => lines.push(line) })).toBe(userId)
    expect(lines).toEqual(["· demo@example.com has this week's plan already"])
    expect(await counts()).toEqual(before)
  })

  test('plans only the new week when it runs a week later', async () => {
    const before = await counts()
    const lines: string[] = []
    await seedUserProgress({ database, now: new Date('2026-11-24T12:00:00Z'), log: (line) => lines.push(line) })
    expect(lines).toEqual(['✓ 3 sessions planned for this week'])
    expect(await counts()).toMatchObject({ users: 1, sessions: (before?.sessions ?? 0) + 3, sets: before?.sets })
    expect(await database.query(listSummaryDrift({ userId: null, limit: 100 }))).toEqual([])
  })
})

test('seedUserProgress makes the account through the account service it is given', async () => {
  const other = await createTestDatabase()
  const asked: unknown[] = []
  await other.operator().batch([markDisposable({ now })])
  await seedExercises({ database: other.operator() })
  const id = await seedUserProgress({
    database: other.operator(),
    now,
    createAccount: async (account) => {
      asked.push(account)
      return { id: await other.insertAthlete({ email: account.email }) }
    },
  })
  expect(asked).toEqual([
    { email: 'demo@example.com', password: expect.any(String), name: 'Demo Athlete', timeZone: 'Europe/Berlin' },
  ])
  expect(await other.rows('select id from users')).toEqual([{ id }])
  await other.close()
})
