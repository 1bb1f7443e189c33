import * as z from 'zod'
import type { PerformedTest, TakenTest } from '#domain/levels/take-level-test.js'
import { Category } from '#domain/library/vocabulary.js'
import { PerformedAmount } from '#domain/training/performed-sets.schema.js'
import { type AthleteId, ExerciseId, LevelTestId } from '#domain/values/id.schema.js'
import { effect, many, maybeOne, sql } from '../statement.js'

/** A level test as it was performed and judged. */
export type LevelTestRecord = {
  readonly id: LevelTestId
  readonly userId: AthleteId
  readonly category: Category
  readonly exerciseId: ExerciseId
  readonly fromLevel: number
  /** The day in the athlete's time zone. */
  readonly testedOn: string
  readonly testedAt: Date
  /** The sets, as JSON. */
  readonly actual: string
  readonly rpeLast: number | null
  readonly pain: number
  readonly placement: boolean
  readonly passed: boolean
  readonly rulesVersion: string
}

export const insertLevelTest = effect({
  name: 'insertLevelTest',
  sql: (test: LevelTestRecord) => sql`
    insert into level_tests (
      id, user_id, category_id, exercise_id, from_level, tested_on, tested_at, actual_sets, rpe_last, pain, placement,
      passed, rules_version
    )
    select
      ${test.id}::uuid,
      ${test.userId}::uuid,
      category.id,
      ${test.exerciseId}::uuid,
      ${test.fromLevel}::integer,
      ${test.testedOn}::date,
      ${test.testedAt}::timestamptz,
      ${test.actual}::jsonb,
      ${test.rpeLast}::numeric,
      ${test.pain}::integer,
      ${test.placement}::boolean,
      ${test.passed}::boolean,
      ${test.rulesVersion}::text
    from exercise_categories as category
    where category.name = ${test.category}::text`,
})

/** A level test as it is stored. */
export type StoredLevelTest = {
  readonly test: TakenTest
  readonly performed: PerformedTest
  readonly exerciseId: ExerciseId
  readonly levelBefore: number
  readonly passed: boolean
  readonly rulesVersion: string
}

export const findLevelTest = maybeOne({
  name: 'findLevelTest',
  row: z.object({
    id: LevelTestId,
    category: Category,
    exercise_id: ExerciseId,
    from_level: z.number(),
    tested_on: z.string(),
    actual_sets: z.array(PerformedAmount),
    rpe_last: z.number().nullable(),
    pain: z.number(),
    placement: z.boolean(),
    passed: z.boolean(),
    rules_version: z.string(),
  }),
  sql: ({ userId, id }: { userId: AthleteId; id: LevelTestId }) => sql`
    select
      test.id,
      category.name as category,
      test.exercise_id,
      test.from_level,
      test.tested_on::text as tested_on,
      test.actual_sets,
      test.rpe_last,
      test.pain,
      test.placement,
      test.passed,
      test.rules_version
    from level_tests as test
    join exercise_categories as category on category.id = test.category_id
    where test.user_id = ${userId}::uuid
      and test.id = ${id}::uuid`,
  map: (row): StoredLevelTest => ({
    test: { id: row.id, category: row.category, on: row.tested_on, placement: row.placement },
    performed: { actual: row.actual_sets, rpeLast: row.rpe_last, pain: row.pain },
    exerciseId: row.exercise_id,
    levelBefore: row.from_level,
    passed: row.passed,
    rulesVersion: row.rules_version,
  }),
})

/** Lists the day of an athlete's last test in each category that they were tested in. */
export const listLastTests = many({
  name: 'listLastTests',
  row: z.object({ category: Category, tested_on: z.string() }),
  sql: ({ userId }: { userId: AthleteId }) => sql`
    select category.name as category, max(test.tested_on) as tested_on
    from level_tests as test
    join exercise_categories as category on category.id = test.category_id
    where test.user_id = ${userId}::uuid
    group by category.id, category.name
    order by category.id`,
  map: (row): { category: Category; testedOn: string } => ({ category: row.category, testedOn: row.tested_on }),
})
