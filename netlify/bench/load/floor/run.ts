import type pg from 'pg'
import type { FloorStatement } from './statements.js'

/** Runs a statement with its values. */
export type Run = (statement: FloorStatement, values: readonly unknown[]) => Promise<pg.QueryResult>

/** Runs statements in one transaction. */
export type Within = (work: (run: Run) => Promise<unknown>) => Promise<unknown>
