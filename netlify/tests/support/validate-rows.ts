import { isDeepStrictEqual } from 'node:util'
import { validateRows } from '#database/statement.js'

/** Of a schema's rows, all up to this many are looked at, and one in fifty of those that follow. */
const allUpTo = 500

/**
 * Holds the rows that are read from now on against their schemas: a row must parse, and what
 * production makes of it without parsing must be the same.
 */
export function holdRowsAgainstSchemas(): void {
  const seen = new WeakMap<object, number>()
  validateRows((schema, row, read) => {
    const count = seen.get(schema) ?? 0
    seen.set(schema, count + 1)
    if (count > allUpTo && count % 50 !== 0) return
    const parsed = schema.parse(row)
    if (isDeepStrictEqual(read, parsed)) return
    throw new Error(`a row is converted to ${JSON.stringify(read)}, and parsed to ${JSON.stringify(parsed)}`)
  })
}
