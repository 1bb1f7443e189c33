import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '#domain/calendar/days-between.js'
import { SetKind, Side } from '#domain/effort/set.schema.js'
import { dailyLoads } from '#domain/load/daily-loads.js'
import { loadsOf } from '#domain/load/session-loads.js'
import type { DeloadSession } from '#domain/recovery/deload-facts.js'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import type { AthleteId } from '#domain/values/id.schema.js'
import { inOneGo } from '#domain/values/in-one-go.js'
import { testDatabase } from '#tests/support/database.js'
import { listSummaryDrift } from './daily-workout-summary.js'
import { lockDailySummaries, refreshDailySummaries } from './daily-workout-summary-writes.js'
import { listRatedSessions } from './rated-sessions.js'
import { readLibrary } from './read-library.js'
import { listTrainingLoads } from './training-loads.js'

const { rows, athlete, operator, insertAthlete } = await testDatabase('library')
const { library } = await operator().query(readLibrary())
const [from, to] = ['2026-11-18', '2026-11-20']

const set = fc.record({
  kind: fc.constantFrom(...SetKind.options),
  sides: fc.constantFrom<(Side | null)[]>([null], ['left'], [...Side.options]),
  // in halves, from 1 to 10
  rpe: fc.option(fc.integer({ min: 2, max: 20 }).map((halves) => halves / 2)),
})
const exercise = fc.record({
  slug: fc.constantFrom('push-up', 'archer-row', 'dead-hang'),
  sets: fc.array(set, { maxLength: 5 }),
})
const session = fc.record({
  daysAfter: fc.integer({ min: 0, max: 2 }),
  status: fc.constantFrom('completed', 'completed', 'completed', 'in_progress', 'skipped'),
  minutes: fc.option(fc.integer({ min: 0, max: 240 })),
  completedAt: fc.integer({ min: 0, max: 100 }),
  exercises: fc.array(exercise, { maxLength: 3 }),
})
type Session = typeof session extends fc.Arbitrary<infer Value> ? Value : never

/** Inserts sessions with their exercises and sets; those of a day are completed in any order. */
async function insert(userId: AthleteId, sessions: readonly Session[]): Promise<void> {
  const items = sessions.flatMap(({ exercises }, sessionIndex) =>
    exercises.map(({ slug, sets }, index) => ({ id: randomUUID(), slug, sets, sessionIndex, place: index + 1 })),
  )
  const logs = items.flatMap(({ id, sets }) =>
    sets.flatMap(({ kind, sides, rpe }, index) => sides.map((side) => ({ id, number: index + 1, kind, side, rpe }))),
  )
  const ids = sessions.map(() => randomUUID())
  const given = sessions.map(({ exercises: _, ...session }, index) => ({ ...session, id: ids[index] }))
  await rows(
    `insert into workout_sessions (id, user_id, session_date, status, started_at, completed_at, duration_minutes)
    select id, $1, $2::date + "daysAfter", status, '2026-11-18T06:00:00Z',
      case status when 'completed' then timestamptz '2026-11-20T06:00:00Z' + "completedAt" * interval '1 minute' end, minutes
    from jsonb_to_recordset($3) as (id uuid, "daysAfter" integer, status text, "completedAt" integer, minutes integer)`,
    [userId, from, JSON.stringify(given)],
  )
  await rows(
    `insert into session_exercises (id, session_id, user_id, exercise_id, exercise_order, planned_sets)
    select id, session_id, $1, (select exercise.id from exercises as exercise where exercise.slug = item.slug), place,
      '[{"reps": 8}, {"reps": 8}]'
    from jsonb_to_recordset($2) as item (id uuid, session_id uuid, slug text, place integer)`,
    [userId, JSON.stringify(items.map(({ sessionIndex, ...item }) => ({ ...item, session_id: ids[sessionIndex] })))],
  )
  await rows(
    `insert into exercise_set_logs
      (session_exercise_id, user_id, set_number, side, kind, actual_reps, perceived_effort)
    select id, $1, number, side, kind, 8, rpe
    from jsonb_to_recordset($2) as (id uuid, number integer, side text, kind text, rpe numeric)`,
    [userId, JSON.stringify(logs)],
  )
}

const storedEfforts = (userId: AthleteId) =>
  rows<{ date: string; effort_au: number | null }>(
    `select workout_date::text as date, effort_au
    from daily_workout_summary
    where user_id = $1 and completed_sessions > 0
    order by workout_date`,
    [userId],
  )

/** What the days are computed to have asked for, from all that was logged. */
async function computedEfforts(userId: AthleteId) {
  const performed = await athlete(userId).query(listTrainingLoads({ userId, since: null, until: null, before: 0 }))
  const days = dailyLoads(inOneGo(loadsOf(performed, library, [], rulesInForce)), from, to)
  return days.flatMap(({ date, sessions, sessionLoad }) => (sessions > 0 ? [{ date, effort_au: sessionLoad }] : []))
}

const migration = readFileSync(join(import.meta.dirname, '../migrations/0053_summaries-keep-effort.sql'), 'utf8')
const [backFill = ''] = /^do \$\$.*^\$\$;/ms.exec(migration) ?? []

test('the stored effort of a day is what its sessions are computed to have asked for, to the last bit', async () => {
  let rated = 0
  await fc.assert(
    fc.asyncProperty(fc.array(session, { minLength: 1, maxLength: 6 }), async (sessions) => {
      const userId = await insertAthlete()
      await insert(userId, sessions)
      const dates = ['2026-11-18', '2026-11-19', '2026-11-20']
      await athlete(userId).batch([
        lockDailySummaries({ userId }),
        refreshDailySummaries({ userId, dates, now: new Date('2026-11-22T12:00:00Z') }),
      ])
      const stored = await storedEfforts(userId)
      expect(stored).toEqual(await computedEfforts(userId))
      expect(await operator().query(listSummaryDrift({ userId, limit: 10 }))).toEqual([])
      rated += stored.filter(({ effort_au }) => effort_au !== null).length
    }),
    { numRuns: 50 },
  )
  expect(rated).toBeGreaterThan(20)
})

test('how sessions were rated is what their loads tell of it', async () => {
  let rated = 0
  await fc.assert(
    fc.asyncProperty(fc.array(session, { minLength: 1, maxLength: 6 }), async (sessions) => {
      const userId = await insertAthlete()
      await insert(userId, sessions)
      const since = addDays(from, 1)
      const asked = { userId, since, until: null, before: 0 }
      const loads = inOneGo(loadsOf(await athlete(userId).query(listTrainingLoads(asked)), library, [], rulesInForce))
      const inAnyOrder = (all: readonly DeloadSession[]) =>
        all.map(({ date, rpes }) => ({ date, rpes: rpes.toSorted() }))
      const found = await athlete(userId).query(listRatedSessions({ userId, since }))
      expect(inAnyOrder(found)).toEqual(inAnyOrder(loads.filter(({ rpes }) => rpes.length > 0)))
      rated += found.length
    }),
    { numRuns: 30 },
  )
  expect(rated).toBeGreaterThan(10)
})

test('the migration fills days of before in the same way, and touches none that say so already', async () => {
  const summaries = () =>
    rows(`select to_jsonb(summary) - 'updated_at' as summary from daily_workout_summary as summary order by id`)
  const right = await summaries()
  expect(right.length).toBeGreaterThan(20)
  await rows(`update daily_workout_summary set effort_au = null, sets_by_category = '{}'`)
  await rows(backFill)
  expect(await summaries()).toEqual(right)
  const versions = () => rows(`select id, xmin::text from daily_workout_summary order by id`)
  const before = await versions()
  await rows(backFill)
  expect(await versions()).toEqual(before)
})
