import pg from 'pg'
import { paint } from '#infrastructure/command-line/paint.js'
import type { SqlStatement } from '../sql-text/split-statements.js'
import type { MigrationFile } from './migration-file.js'

/**
 * Describes why a statement of a migration failed: file, line, column, the line with a caret, and
 * the server's detail and hint.
 */
export function describeFailure(file: MigrationFile, statement: SqlStatement | null, error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  if (statement === null || !(error instanceof pg.DatabaseError)) return `${file.name}: ${message}`
  const offset = statement.offset + unitsBefore(statement.text, Number(error.position ?? 1))
  const { line, column, text } = placeOf(file.text, offset)
  const gutter = `  ${line} | `
  const indent = [...text].slice(0, column - 1).map((character) => (character === '\t' ? '\t' : ' '))
  return [
    `${file.name}, line ${line}, column ${column}: ${message} (${error.code})`,
    `${gutter}${text}`,
    `${' '.repeat(gutter.length - 2)}| ${indent.join('')}${paint('red', '^', process.stderr)}`,
    ...[...notes(error)].map((note) => `  ${note}`),
  ].join('\n')
}

function* notes({ detail, hint, where }: pg.DatabaseError): Generator<string> {
  if (detail) yield `detail: ${detail}`
  if (hint) yield `hint: ${hint}`
  if (where) yield `where: ${where.split('\n')[0]}`
}

/**
 * Converts a position of PostgreSQL (characters from 1) to an offset of JavaScript (UTF-16 units
 * from 0).
 */
function unitsBefore(text: string, position: number): number {
  return [...text].slice(0, position - 1).join('').length
}

function placeOf(text: string, offset: number): { line: number; column: number; text: string } {
  const before = text.slice(0, offset).split('\n')
  const line = before.length
  return { line, column: [...(before.at(-1) ?? '')].length + 1, text: text.split('\n')[line - 1] ?? '' }
}
