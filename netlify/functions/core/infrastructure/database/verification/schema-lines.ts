import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { dumpSections } from '../commands/schema-dump/dump-schema.js'
import { readable } from '../commands/schema-dump/readable.js'
import type { Section } from '../commands/schema-dump/section.js'
import { splitStatements } from '../sql-text/split-statements.js'
import { catalogOf } from './catalog.js'
import type { Check, Finding } from './check.js'

const schemaFile = fileURLToPath(new URL('../schema.sql', import.meta.url))

/** Chooses the lines of a statement that a check compares, each with what it belongs to. */
export type Select = (statement: string) => readonly string[]

/**
 * Compares the database with schema.sql, on the lines that `select` chooses from the statements of
 * these sections.
 */
export function checkAgainstSchema(name: string, sections: readonly Section[], select: Select): Check {
  return {
    name,
    run: async (database) => {
      const has = new Set<string>()
      for (const section of sections)
        for (const statement of await section.read(catalogOf(database)))
          for (const line of select(readable(statement))) has.add(line)
      return compare(new Set(sections.flatMap(({ title }) => statementsUnder(title)).flatMap(select)), has)
    },
  }
}

function compare(wanted: ReadonlySet<string>, has: ReadonlySet<string>): Finding[] {
  return [
    ...[...wanted].filter((line) => !has.has(line)).map((subject) => ({ subject, problem: 'is missing' })),
    ...[...has].filter((line) => !wanted.has(line)).map((subject) => ({ subject, problem: 'is not in schema.sql' })),
  ]
}

/** Returns the statements under a heading of schema.sql. */
function statementsUnder(title: string): string[] {
  const parts = readFileSync(schemaFile, 'utf8').split(heading)
  // splitting by a group puts each heading before its part
  const part = parts[parts.indexOf(title) + 1] ?? ''
  return parts.includes(title) ? splitStatements(part).map(({ text }) => `${text};`) : []
}

const heading = new RegExp(`^-- (${dumpSections.map(({ title }) => title).join('|')})$`, 'm')
