import type { OwnedEntity } from '#queries/account-data.js'
import type { Readable } from './entity-scopes.js'
import type { ZipFile } from './zip.js'

/** Makes the files of an export one at a time, so that each can be packed and released. */
export function* filesOf(entities: readonly OwnedEntity[], readable: Readable, now: Date): Generator<ZipFile> {
  yield { name: 'README.txt', parts: [readme(entities, readable, now)] }
  for (const { entity, rows } of entities) {
    yield { name: `json/${entity}.json`, parts: jsonOf(rows) }
    yield { name: `csv/${entity}.csv`, parts: csvOf(rows) }
  }
}

function readme(entities: readonly OwnedEntity[], readable: Readable, now: Date): string {
  return [
    `What CalisthenIQ holds of you, as of ${now.toISOString()}.`,
    '',
    'json/ has each kind of thing without loss; csv/ has the same as tables (RFC 4180), nested values as JSON.',
    '"sets" and "events" are the facts; "decisions", "records", "abilities" and "daily-summaries" follow from them.',
    'Instants are UTC, dates are days in your time zone, masses are kilograms, durations seconds.',
    'Passwords, tokens and keys are not in it: only digests of them are stored.',
    '"sign-ins" are the sessions of your account, and "kept-answers" the keys under which you may repeat a request.',
    '',
    ...entities.map(({ entity, rows }) => `${entity}: ${rows.length}`),
    '',
    ...notReadable(readable),
  ].join('\r\n')
}

/** Says what was left out, and the scope that it needs. */
function notReadable({ leftOut, types }: Readable): string[] {
  if (leftOut.length === 0 && types === null) return ['Nothing was left out.', '']
  return [
    'This is not everything: what was used to ask for it may not read the following. Sign in for the whole.',
    ...leftOut.map(({ entity, scope }) => `${entity}: needs ${scope}`),
    ...(types ? ['"events" and "webhook-deliveries" have only what the other parts are about.'] : []),
    '',
  ]
}

/** Writes a list as `JSON.stringify(rows, null, 2)` does, row by row. */
function* jsonOf(rows: OwnedEntity['rows']): Generator<string> {
  for (const [index, row] of rows.entries()) {
    const text = JSON.stringify(row, null, 2).replaceAll('\n', '\n  ')
    yield `${index === 0 ? '[' : ','}\n  ${text}`
  }
  yield '\n]\n'
}

/**
 * Writes CSV by RFC 4180, row by row: a header, CRLF, and quotes where they are needed. While it
 * looks for the columns it writes nothing.
 */
export function* csvOf(rows: OwnedEntity['rows']): Generator<string> {
  const columns = new Set<string>()
  for (const row of rows) {
    for (const column of Object.keys(row)) columns.add(column)
    yield ''
  }
  yield lineOf([...columns])
  for (const row of rows) yield lineOf([...columns].map((column) => cell(row[column])))
}

function lineOf(cells: readonly string[]): string {
  return `${cells.map(quoted).join(',')}\r\n`
}

function cell(value: unknown): string {
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
