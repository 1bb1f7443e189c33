import * as z from 'zod'
import { effect, many, type Sql, type Statement } from '#database/statement.js'

/** Declares a statement of a test; its rows come back as the adapter read them. */
export function rowsOf(query: Sql, name = 'test-rows'): Statement<Record<string, unknown>[]> {
  return many({ name, row: z.looseObject({}), sql: () => query, map: (row) => row })({})
}

/** Declares a statement that is run for its effect. */
export function run(query: Sql, name = 'test-effect'): Statement<void> {
  return effect({ name, sql: () => query })({})
}
