import * as z from 'zod'
import type { Database } from '../connection.js'
import { type Declared, many, type Sql } from '../statement.js'

/** Something that is wrong: its subject, and the problem. */
export type Finding = { readonly subject: string; readonly problem: string }

/**
 * A check of something that must hold for a database; every finding is a fault. It changes nothing.
 */
export type Check = {
  readonly name: string
  /** @param database the database, bound to the operator's identity, which sees every row. */
  readonly run: (database: Database) => Promise<Finding[]>
}

export type FindingsStatement = Declared<Record<never, never>, Finding[]>

/** Declares a statement that returns a row for each thing that is wrong. */
export function findings(name: string, build: () => Sql): FindingsStatement {
  return many({ name, row: z.object({ subject: z.string(), problem: z.string() }), sql: build, map: (row) => row })
}

/** Makes a check out of one statement. */
export function checkBy(name: string, statement: FindingsStatement): Check {
  return { name, run: (database) => database.query(statement({})) }
}
