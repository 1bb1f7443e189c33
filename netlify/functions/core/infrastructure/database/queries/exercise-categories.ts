import * as z from 'zod'
import { Category } from '#domain/library/vocabulary.js'
import { many, sql } from '../statement.js'

/** Lists the movement categories in the order in which they were created. */
export const listCategories = many({
  name: 'listCategories',
  row: z.object({ name: Category, description: z.string() }),
  sql: (_: Record<never, never>) => sql`
    select name, description
    from exercise_categories
    order by id`,
  map: (row) => row,
})
