import * as z from 'zod'
import { Level } from '#domain/library/vocabulary.js'
import { many, sql } from '../statement.js'

/** Lists the levels, from Foundation to Expert. */
export const listLevels = many({
  name: 'listLevels',
  row: z.object({ level_order: Level, name: z.string(), description: z.string() }),
  sql: (_: Record<never, never>) => sql`
    select level_order, name, description
    from workout_levels
    order by level_order`,
  map: (row) => ({ level: row.level_order, name: row.name, description: row.description }),
})
