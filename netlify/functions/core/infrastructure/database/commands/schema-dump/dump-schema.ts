import type { Client } from 'pg'
import { functions } from './functions.js'
import { grants } from './grants.js'
import { namespaces } from './namespaces.js'
import { policies } from './policies.js'
import { readable } from './readable.js'
import { roles } from './roles.js'
import type { ReadCatalog, Section } from './section.js'
import { tables } from './tables.js'
import { triggers } from './triggers.js'
import { refuseUnsupported } from './unsupported.js'
import { views } from './views.js'

/** The sections of the dump, each after those that it refers to. */
export const dumpSections: readonly Section[] = [
  roles,
  namespaces,
  functions,
  tables,
  views,
  triggers,
  policies,
  grants,
]

const head = `-- The whole schema as it stands after the last migration, for reading; it can also be run on an empty database.
-- Generated from the migrations by npm run db:dump; never edited, and npm run verify fails when it drifts.
`

/**
 * Dumps the schema of a database as SQL; the text is the same on every PostgreSQL from 15 to 18.
 */
export async function dumpSchema(client: Client): Promise<string> {
  // names in public are written without a schema, all others with it
  await client.query('set search_path = public')
  const catalog: ReadCatalog = async <Row>(text: string) => (await client.query(text)).rows as Row[]
  await refuseUnsupported(catalog)
  const parts: string[] = []
  for (const { title, read } of dumpSections) {
    const statements = (await read(catalog)).map(readable)
    if (statements.length > 0) parts.push(`-- ${title}\n\n${paragraphs(statements)}\n`)
  }
  return [head, ...parts].join('\n')
}

/**
 * Puts a blank line between statements, but none between a table and its indexes, or between
 * one-line statements.
 */
function paragraphs(statements: readonly string[]): string {
  return statements.reduce((before, statement, at) => {
    const previous = statements[at - 1] ?? ''
    const apart = statement.includes('\n') || (previous.includes('\n') && !/^create (unique )?index/.test(statement))
    return `${before}${apart ? '\n\n' : '\n'}${statement}`
  })
}
