import * as z from 'zod'
import type { Database } from '../connection.js'
import { type Declared, many, type Sql } from '../statement.js'

/** One thing that is wrong: what it is about, and what is wrong with it. */
export type Finding = { readonly subject: string; readonly problem: string }

/** Something that must hold of a database; what it finds is wrong. It changes nothing. */
export type Check = {
  readonly name: string
  /** @param database the database as its operator, who sees every row. */
  readonly run: (database: Database) => Promise<Finding[]>
}

export type FindingsStatement = Declared<Record<never, never>, Finding[]>

/** Declares a statement that returns what is wrong, a row for each finding. */
export function findings(name: string, build: () => Sql): FindingsStatement {
  return many({ name, row: z.object({ subject: z.string(), problem: z.string() }), sql: build, map: (row) => row })
}

/** A check that one statement makes. */
export function checkBy(name: string, statement: FindingsStatement): Check {
  return { name, run: (database) => database.query(statement({})) }
}
