/** Writes an item of a list, which is JSON on one line, on a line of its own. */
export function jsonItem(json: string, isFirst: boolean): string {
  return `${isFirst ? '[' : ','}\n  ${json}`
}

export const jsonEnd = '\n]\n'

/** Writes a line of CSV by RFC 4180: CRLF, and quotes where they are needed. What is nested stands in it as JSON. */
export function csvLine(values: readonly unknown[]): string {
  return `${values.map(cell).join(',')}\r\n`
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return quoted(value)
  return typeof value === 'object' ? quoted(JSON.stringify(value)) : String(value)
}

/**
 * Quotes a text, and puts an apostrophe before what a spreadsheet would take for a formula: whatever
 * begins like one and is no number (OWASP, CSV Injection).
 */
function quoted(text: string): string {
  // nearly all that is not nested is let through by one look at it
  if (!/^[=+@\t-]|[",\r\n]/.test(text)) return text
  const safe = /^[=+@\t\r\n-]/.test(text) && !/^-\d+(\.\d+)?(e-?\d+)?$/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
