import type { Client } from 'pg'
import * as z from 'zod'
import { LibraryVersion } from '#domain/library/library-facts.js'
import { Category } from '#domain/library/vocabulary.js'
import type { Keys } from '../rows/derived-rows.js'

const numbered = <Name extends z.ZodType>(name: Name) => z.array(z.object({ id: z.number(), name }))

/** Reads the numbers that a database gave to categories and levels, and the version of its library. */
export async function readKeys(client: Client): Promise<Keys> {
  const categories = await client.query('select id, name from exercise_categories')
  const levels = await client.query('select id, level_order as name from workout_levels')
  const library = await client.query('select version from library_version')
  const keysIn = <Name>(rows: readonly { id: number; name: Name }[]) => new Map(rows.map(({ id, name }) => [name, id]))
  return {
    categories: keysIn(numbered(Category).parse(categories.rows)),
    levels: keysIn(numbered(z.number()).parse(levels.rows)),
    libraryVersion: LibraryVersion.parse(library.rows[0]?.version),
  }
}
