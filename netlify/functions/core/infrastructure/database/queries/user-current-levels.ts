import * as z from 'zod'
import type { CategoryLevel } from '#domain/athlete/category-level.schema.js'
import type { NamedLevel } from '#domain/athlete/set-level.js'
import { Category, Level } from '#domain/library/vocabulary.js'
import type { AthleteId } from '#domain/values/id.schema.js'
import { many, maybeOne, sql } from '../statement.js'

const levelColumns = {
  category: Category,
  level: Level,
  level_name: z.string(),
  set_at: z.date().nullable(),
  version: z.number(),
}

const levelRow = z.object(levelColumns)

function levelOf(row: z.output<typeof levelRow>): CategoryLevel {
  return {
    category: row.category,
    level: row.level,
    levelName: row.level_name,
    setAt: row.set_at?.toISOString() ?? null,
    version: row.version,
  }
}

/**
 * Lists an athlete's level in every category, Foundation where none was set; returns nothing when
 * the athlete is gone.
 */
export const listCategoryLevels = many({
  name: 'listCategoryLevels',
  row: levelRow,
  sql: ({ userId }: { userId: AthleteId }) => sql`
    select
      category.name as category,
      level.level_order as level,
      level.name as level_name,
      own.updated_at as set_at,
      coalesce(own.version, 0) as version
    from users as athlete
    cross join exercise_categories as category
    left join user_current_levels as own on own.user_id = athlete.id and own.category_id = category.id
    join workout_levels as level on level.level_order = coalesce(own.current_level, 0)
    where athlete.id = ${userId}::uuid
    order by category.id`,
  map: levelOf,
})

/**
 * Finds an athlete's level in a category, the name of the level they want, and their time zone;
 * null when the athlete is gone.
 */
export const findCategoryLevel = maybeOne({
  name: 'findCategoryLevel',
  row: z.object({ ...levelColumns, wanted_level: Level, wanted_level_name: z.string(), time_zone: z.string() }),
  sql: ({ userId, category, level }: { userId: AthleteId; category: Category; level: Level }) => sql`
    select
      category.name as category,
      level.level_order as level,
      level.name as level_name,
      own.updated_at as set_at,
      coalesce(own.version, 0) as version,
      wanted.level_order as wanted_level,
      wanted.name as wanted_level_name,
      athlete.time_zone
    from users as athlete
    join exercise_categories as category on category.name = ${category}::text
    join workout_levels as wanted on wanted.level_order = ${level}::integer
    left join user_current_levels as own on own.user_id = athlete.id and own.category_id = category.id
    join workout_levels as level on level.level_order = coalesce(own.current_level, 0)
    where athlete.id = ${userId}::uuid`,
  map: (row): { current: CategoryLevel; wanted: NamedLevel; timeZone: string } => ({
    timeZone: row.time_zone,
    current: levelOf(row),
    wanted: { level: row.wanted_level, levelName: row.wanted_level_name },
  }),
})
