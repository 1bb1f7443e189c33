import { functions } from '../commands/schema-dump/functions.js'
import { grants } from '../commands/schema-dump/grants.js'
import { policies } from '../commands/schema-dump/policies.js'
import { tables } from '../commands/schema-dump/tables.js'
import { triggers } from '../commands/schema-dump/triggers.js'
import { views } from '../commands/schema-dump/views.js'
import { checksumOf } from '../migration/checksum.js'
import type { Check } from './check.js'
import { checkAgainstSchema } from './schema-lines.js'

/** Checks that everything that the migrations create exists unchanged, and nothing else. */
export const schemaChecks: readonly Check[] = [
  checkAgainstSchema('columns', [tables], (statement) => partsOf(statement, false)),
  checkAgainstSchema('constraints', [tables], (statement) => partsOf(statement, true)),
  checkAgainstSchema('indexes', [tables], (statement) => (statement.startsWith('create table') ? [] : [statement])),
  checkAgainstSchema('row-level security', [policies], (statement) => [statement]),
  checkAgainstSchema('grants', [grants], (statement) => [statement]),
  checkAgainstSchema('functions, views, triggers', [functions, views, triggers], (statement) => [
    firstLineWithDigest(statement),
  ]),
]

/** Lists the columns of a table, or its constraints, each with the table's name before it. */
function partsOf(statement: string, constraints: boolean): string[] {
  const table = /^create table (\S+) \(/.exec(statement)?.[1]
  if (table === undefined) return []
  const lines = statement.split('\n').slice(1, -1)
  return lines
    .map((line) => line.trim().replace(/,$/, ''))
    .filter((line) => line.startsWith('constraint ') === constraints)
    .map((line) => `${table}: ${line}`)
}

/**
 * Shortens a statement of many lines to its first line and a digest, which can be printed as a
 * name.
 */
function firstLineWithDigest(statement: string): string {
  const [first, ...rest] = statement.split('\n')
  return rest.length === 0 ? statement : `${first} ... (${checksumOf(statement).slice(0, 8)})`
}
