import * as z from 'zod'
import { many, sql } from '../statement.js'
import type { Check, Finding } from './check.js'

/**
 * The ten tables of the design document with their columns, except `is_today`, which depends on the
 * reader's clock and is computed when it is read (docs/adr).
 */
export const designTables: Readonly<Record<string, readonly string[]>> = {
  users: ['id', 'email', 'name', 'created_at', 'updated_at'],
  workout_levels: ['id', 'name', 'description', 'level_order'],
  exercise_categories: ['id', 'name', 'description'],
  exercises: [
    ...['id', 'name', 'level_id', 'category_id', 'default_sets', 'default_tempo', 'default_rest_seconds'],
    ...['default_equipment', 'default_notes', 'tags', 'created_at', 'updated_at'],
  ],
  user_current_levels: [
    ...['id', 'user_id', 'category_id', 'current_level', 'workout_level_id', 'created_at', 'updated_at'],
  ],
  user_exercise_configs: [
    ...['id', 'user_id', 'exercise_id', 'current_sets', 'current_tempo', 'current_rest_seconds', 'current_notes'],
    ...['is_mastered', 'mastered_at', 'created_at', 'updated_at'],
  ],
  workout_sessions: [
    ...['id', 'user_id', 'session_type', 'session_date', 'scheduled_time', 'duration_minutes', 'level_id', 'status'],
    ...['completed_at', 'notes', 'created_at', 'updated_at'],
  ],
  session_exercises: [
    ...['id', 'session_id', 'exercise_id', 'exercise_order', 'planned_sets', 'planned_tempo', 'planned_rest_seconds'],
    ...['planned_notes', 'actual_sets', 'actual_tempo', 'actual_rest_seconds', 'actual_notes', 'completed'],
    ...['created_at', 'updated_at'],
  ],
  exercise_set_logs: [
    ...['id', 'session_exercise_id', 'set_number', 'planned_reps', 'actual_reps', 'planned_duration_seconds'],
    ...[
      'actual_duration_seconds',
      'weight_kg',
      'rest_seconds',
      'perceived_effort',
      'notes',
      'completed_at',
      'created_at',
    ],
  ],
  daily_workout_summary: [
    ...['id', 'user_id', 'workout_date', 'total_exercises', 'completed_exercises', 'total_duration_minutes'],
    ...['categories', 'is_completed', 'created_at', 'updated_at'],
  ],
}

/** The indexes of the design document. */
export const designIndexes: readonly string[] = [
  'idx_user_current_levels_user_id',
  'idx_user_exercise_configs_user_id',
  'idx_workout_sessions_user_id',
  'idx_daily_workout_summary_user_id',
  'idx_exercises_level_category',
  'idx_exercises_tags',
  'idx_workout_sessions_date_status',
  'idx_session_exercises_session_id',
  'idx_daily_workout_summary_date',
  'idx_daily_workout_summary_user_date',
]

/** Lists the columns and the usable indexes of tables in the schema `public`. */
export const listDesignParts = many({
  name: 'listDesignParts',
  row: z.object({ table_name: z.string(), columns: z.array(z.string()), indexes: z.array(z.string()) }),
  sql: (_: Record<never, never>) => sql`
    select
      class.relname::text as table_name,
      array(
        select attname::text
        from pg_attribute
        where attrelid = class.oid and attnum > 0 and not attisdropped
        order by attnum
      ) as columns,
      array(
        select indexrelid::regclass::text
        from pg_index
        where indrelid = class.oid and indisvalid
        order by 1
      ) as indexes
    from pg_class as class
    where class.relnamespace = 'public'::regnamespace and class.relkind in ('r', 'p')
    order by class.relname`,
  map: ({ table_name, columns, indexes }) => ({ table: table_name, columns, indexes }),
})

/**
 * Checks that the database has the tables, columns and indexes of the design document that the
 * product comes from.
 */
export const designCheck: Check = {
  name: 'tables of the design document',
  run: async (database) => {
    const parts = await database.query(listDesignParts({}))
    const columnsOf = new Map(parts.map(({ table, columns }) => [table, columns]))
    const indexes = new Set(parts.flatMap((part) => part.indexes))
    return [
      ...Object.entries(designTables).flatMap(([table, columns]) => missingParts(table, columns, columnsOf.get(table))),
      ...designIndexes.filter((name) => !indexes.has(name)).map((name) => missing(`index ${name}`)),
    ]
  },
}

function missingParts(table: string, columns: readonly string[], has: readonly string[] | undefined): Finding[] {
  if (has === undefined) return [missing(`table ${table}`)]
  return columns.filter((column) => !has.includes(column)).map((column) => missing(`column ${table}.${column}`))
}

function missing(subject: string): Finding {
  return { subject, problem: 'is missing' }
}
