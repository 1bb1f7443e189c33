import type { Steps } from '#domain/values/steps.js'
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
  /**
   * How to run the reading of rows, of which there can be many; a slice at a time, without a limit,
   * when it is left out.
   */
  readonly run?: Run
}

/** Runs work that is cut into steps, and rejects when there is no time for it. */
export type Run = <Result>(steps: Steps<Result>) => Promise<Result>

/** The results of a batch, in the order of its statements. */
export type Results<Statements extends readonly Statement[]> = {
  -readonly [Index in keyof Statements]: Statements[Index] extends Statement<infer Result> ? Result : never
}

/**
 * The project's only access to SQL: one statement, or several as one transaction; each call is one
 * round trip. There is no interactive transaction: decide in TypeScript, commit in one batch.
 *
 * Both methods reject with a `DatabaseError` (errors.ts), and nothing else, when the database
 * reports an error or does not answer. What `run` rejects with is passed on.
 */
export interface Database {
  query<Result>(statement: Statement<Result>): Promise<Result>
  batch<const Statements extends readonly Statement[]>(
    statements: Statements,
    options?: BatchOptions,
  ): Promise<Results<Statements>>
  close(): Promise<void>
}
