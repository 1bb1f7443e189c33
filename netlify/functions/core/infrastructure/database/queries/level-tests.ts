import * as z from 'zod'
import { Category } from '#domain/library/vocabulary.js'
import type { AthleteId, ExerciseId, LevelTestId } from '#domain/values/id.schema.js'
import { effect, many, sql } from '../statement.js'

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
