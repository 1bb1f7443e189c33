import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '#domain/calendar/days-between.js'
import { type BestSet, bestSetsOf, goalsLookSince } from '#domain/goal/best-set.js'
import { goalPoints } from '#domain/goal/goal-points.js'
import { exerciseByKey } from '#domain/library/library-facts.js'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { nothingKnown } from '#domain/training/training-state.js'
import type { AthleteId } from '#domain/values/id.schema.js'
import { testDatabase } from '#tests/support/database.js'
import { listBestSetsOfExercise, listBestSetsOfGoals } from './best-sets.js'
import { listGoals } from './goals.js'
import { readLibrary } from './read-library.js'
import { readTrainingLog } from './training-log.js'

const { rows, athlete, operator, insertAthlete } = await testDatabase('library')
const { library } = await operator().query(readLibrary())
const today = '2026-11-25'
const since = goalsLookSince(today, rulesInForce)
const slugs = ['push-up', 'archer-row', 'dead-hang'] as const

const set = fc.record({
  amount: fc.integer({ min: 0, max: 12 }),
  isHold: fc.boolean(),
  weightKg: fc.constantFrom(null, null, 0, 5, -5),
})
const exercise = fc.record({
  slug: fc.constantFrom(...slugs),
  isJudged: fc.constantFrom(true, true, true, false),
  sets: fc.array(set, { maxLength: 4 }),
})
const session = fc.record({
  daysAgo: fc.integer({ min: -2, max: 56 }),
  status: fc.constantFrom('completed', 'completed', 'completed', 'in_progress'),
  isJudged: fc.constantFrom(true, true, true, false),
  exercises: fc.array(exercise, { minLength: 1, maxLength: 3 }),
})
const goal = fc.record({
  kind: fc.constantFrom('reps', 'hold', 'skill'),
  slug: fc.constantFrom(...slugs),
  status: fc.constantFrom('open', 'reached', 'dropped'),
})
type Session = typeof session extends fc.Arbitrary<infer Value> ? Value : never
type Goal = typeof goal extends fc.Arbitrary<infer Value> ? Value : never

const byRecord = (table: string, columns: string, select: string, record: string) =>
  `insert into ${table} (${columns}) select ${select} from jsonb_to_recordset($2) as item (${record})`
const idOfSlug = `(select exercise.id from exercises as exercise where exercise.slug = item.slug)`

async function insert(userId: AthleteId, sessions: readonly Session[], goals: readonly Goal[]): Promise<void> {
  const insertAll = (sql: string, items: readonly object[]) => rows(sql, [userId, JSON.stringify(items)])
  const given = sessions.map(({ daysAgo, ...more }) => ({ ...more, id: randomUUID(), date: addDays(today, -daysAgo) }))
  const items = given.flatMap(({ id: session, exercises }) =>
    exercises.map((one, index) => ({ ...one, session, id: randomUUID(), place: index + 1 })),
  )
  const logs = items.flatMap(({ id, sets }) => sets.map((one, index) => ({ ...one, exercise: id, number: index + 1 })))
  await insertAll(
    byRecord(
      'workout_sessions',
      'id, user_id, session_date, status, started_at, completed_at, rules_version',
      `id, $1, date, status, date, case status when 'completed' then date + interval '18 hours' end,
        case when "isJudged" then '${rulesInForce.version}' end`,
      'id uuid, date date, status text, "isJudged" boolean',
    ),
    given,
  )
  await insertAll(
    byRecord(
      'session_exercises',
      'id, session_id, user_id, exercise_id, exercise_order, planned_sets, standard_sets, standard_difficulty',
      `id, session, $1, ${idOfSlug}, place, '[{"reps": 8}]', case when "isJudged" then '[{"reps": 8}]'::jsonb end, 2`,
      'id uuid, session uuid, slug text, place integer, "isJudged" boolean',
    ),
    items,
  )
  await insertAll(
    byRecord(
      'exercise_set_logs',
      'session_exercise_id, user_id, set_number, actual_reps, actual_duration_seconds, weight_kg',
      'exercise, $1, number, case when not "isHold" then amount end, case when "isHold" then amount end, "weightKg"',
      'exercise uuid, number integer, amount integer, "isHold" boolean, "weightKg" numeric',
    ),
    logs,
  )
  await insertAll(
    byRecord(
      'goals',
      'id, user_id, kind, exercise_id, target, status, set_on, reached_on',
      `gen_random_uuid(), $1, kind, ${idOfSlug}, case when kind <> 'skill' then 20 end, status, '${today}',
        case status when 'reached' then date '${today}' end`,
      'kind text, slug text, status text',
    ),
    goals,
  )
}

test('the points of a goal are the same from its best sets as from the training log', async () => {
  let points = 0
  const sessions = fc.array(session, { minLength: 1, maxLength: 12, size: 'max' })
  await fc.assert(
    fc.asyncProperty(sessions, fc.array(goal, { minLength: 1, maxLength: 3 }), async (given, wanted) => {
      const userId = await insertAthlete()
      await insert(userId, given, wanted)
      const log = await athlete(userId).query(readTrainingLog({ userId }))
      const all = { userId, status: null, afterSetOn: null, afterId: null, limit: 10 }
      const goals = await athlete(userId).query(listGoals(all))
      const ofGoals = await athlete(userId).query(listBestSetsOfGoals({ userId, since }))
      for (const one of goals.filter(({ kind, status }) => kind !== 'skill' && status !== 'dropped')) {
        const { slug = '' } = library.get(one.exerciseId ?? goals[0]?.exerciseId ?? never()) ?? {}
        const named = { userId, since, id: null, slug }
        const ofExercise = await athlete(userId).query(listBestSetsOfExercise(named))
        const from = (bestSets: readonly BestSet[]) => {
          const situation = { bestSets, state: nothingKnown, library, abilities: new Map(), today }
          return goalPoints(one, situation, rulesInForce)
        }
        const expected = from(bestSetsOf(log.sessions, since))
        expect([from(ofGoals), from(ofExercise)]).toEqual([expected, expected])
        points += expected.length
      }
    }),
    { numRuns: 60 },
  )
  expect(points).toBeGreaterThan(15)
})

test('are none without a goal of so many reps or seconds, and none of an exercise that nobody names', async () => {
  const userId = await insertAthlete()
  const sets = [{ amount: 8, isHold: false, weightKg: null }]
  const done = {
    daysAgo: 1,
    status: 'completed',
    isJudged: true,
    exercises: [{ slug: 'push-up', isJudged: true, sets }],
  }
  await insert(userId, [done] as Session[], [
    { kind: 'skill', slug: 'push-up', status: 'open' },
    { kind: 'reps', slug: 'push-up', status: 'dropped' },
    { kind: 'hold', slug: 'dead-hang', status: 'open' },
  ])
  expect(await athlete(userId).query(listBestSetsOfGoals({ userId, since }))).toEqual([])
  expect(await athlete(userId).query(listBestSetsOfExercise({ userId, since, id: null, slug: null }))).toEqual([])
  const pushUp = exerciseByKey(library, 'push-up')?.id ?? never()
  expect(await athlete(userId).query(listBestSetsOfExercise({ userId, since, id: pushUp, slug: null }))).toEqual([
    { exerciseId: pushUp, date: addDays(today, -1), amount: 8 },
  ])
})

function never(): never {
  throw new Error('there is no such exercise')
}
