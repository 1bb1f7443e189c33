import type { Statement } from './statement.js'

export type Isolation = 'read committed' | 'repeatable read' | 'serializable'

export type BatchOptions = {
  readonly readOnly?: boolean
  readonly isolation?: Isolation
  /**
   * How long to wait for the answer, in milliseconds, when that is less than the adapter's own
   * limit; after it, the answer counts as lost.
   */
  readonly answerMsMax?: number
}

/** The results of a batch, in the order of its statements. */
export type Results<Statements extends readonly Statement[]> = {
  -readonly [Index in keyof Statements]: Statements[Index] extends Statement<infer Result> ? Result : never
}

/**
 * The project's only access to SQL: one statement, or several as one transaction; each call is one
 * round trip. There is no interactive transaction: decide in TypeScript, commit in one batch.
 *
 * Both methods reject with a `DatabaseError` (errors.ts), and nothing else, when the database
 * reports an error or does not answer.
 */
export interface Database {
  query<Result>(statement: Statement<Result>): Promise<Result>
  batch<const Statements extends readonly Statement[]>(
    statements: Statements,
    options?: BatchOptions,
  ): Promise<Results<Statements>>
  close(): Promise<void>
}
