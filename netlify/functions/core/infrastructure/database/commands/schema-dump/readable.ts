import { sqlTokens } from '#database/sql-text/sql-tokens.js'

/**
 * A list of strings that a varchar is compared with, in the two ways in which PostgreSQL writes it.
 */
const listOfStrings = /\b(\w+)::text = any \(array\[([^[\]]+)\](?:::text\[\])?\)/g

/**
 * Writes a statement of the catalogs as this project would: keywords in lower case, a list of
 * strings with `in`. The latter also makes it stable, because PostgreSQL writes the list
 * differently after reading what it wrote itself.
 */
export function readable(statement: string): string {
  const lower = [...sqlTokens(statement)].map(({ text }) => text).join('')
  return lower.replaceAll(listOfStrings, (whole: string, column: string, items: string) =>
    items.includes('::character varying') ? `${column} in (${items.replaceAll(/::[a-z ]+/g, '')})` : whole,
  )
}
