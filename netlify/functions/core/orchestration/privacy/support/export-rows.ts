import type { OwnedRow } from '#queries/owned-entities.js'

/** Writes an item of a list as `JSON.stringify(rows, null, 2)` does. */
export function jsonItem(row: OwnedRow, isFirst: boolean): string {
  const text = JSON.stringify(row, null, 2).replaceAll('\n', '\n  ')
  return `${isFirst ? '[' : ','}\n  ${text}`
}

export const jsonEnd = '\n]\n'

/** Writes a line of CSV by RFC 4180: CRLF, and quotes where they are needed. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(quoted).join(',')}\r\n`
}

export function csvCell(value: unknown): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/**
 * Quotes a text, and puts an apostrophe before what a spreadsheet would take for a formula: whatever
 * begins like one and is no number (OWASP, CSV Injection).
 */
function quoted(text: string): string {
  const safe = /^[=+@\t\r\n-]/.test(text) && !/^-\d+(\.\d+)?(e-?\d+)?$/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
