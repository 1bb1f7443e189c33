import type { OwnedPageRow } from '#queries/account-data.js'

const rowsMax = 5_000

/**
 * Estimates by the rows of a page how many of those behind it have so many bytes of JSON. What a page has no
 * room for is written as JSON in vain.
 */
export function rowsThatFit(page: readonly OwnedPageRow[], bytes: number): number {
  const read = page.reduce((sum, { json }) => sum + json.length, 0)
  return Math.min(rowsMax, Math.ceil((bytes / read) * page.length))
}
