import { sqlTokens } from '#database/sql-text/sql-tokens.js'

/**
 * A list of strings that a varchar is compared with, in either of the two ways in which PostgreSQL
 * writes it.
 */
const listOfStrings = /\b(\w+)::text = any \(array\[([^[\]]+)\](?:::text\[\])?\)/g

/**
 * Rewrites a statement from the catalogs in this project's style: keywords in lower case, and a
 * list of strings with `in`. The latter also makes the dump stable, because PostgreSQL writes such
 * a list differently after reading its own output.
 */
export function readable(statement: string): string {
  const lower = [...sqlTokens(statement)].map(({ text }) => text).join('')
  return lower.replaceAll(listOfStrings, (whole: string, column: string, items: string) =>
    items.includes('::character varying') ? `${column} in (${items.replaceAll(/::[a-z ]+/g, '')})` : whole,
  )
}
