import type { BatchOptions, Database } from './port.js'
import type { Statement } from './statement.js'

/** A read-only database that follows the primary a few moments behind. */
export type Replica = {
  readonly database: Database
  /** Called with the error of each read that the primary had to answer instead. */
  readonly onUnanswered: (error: unknown) => void
}

type Reading = Replica & {
  readonly primary: Database
  /**
   * Counts the request on the primary, where this process has nothing borrowed for it: a replica
   * cannot, and a caller over the quota must not cost it anything.
   */
  readonly count: () => Promise<void>
}

/**
 * Wraps a replica so that it answers reads once the request is counted. The primary answers
 * whatever the replica does not: the replica may be unreachable, behind with a migration, or have
 * cancelled the read for its own recovery (SQLSTATE 40001). When the statement itself is wrong, the
 * primary reports it.
 */
export function readFromReplica({ database: replica, primary, count, onUnanswered }: Reading): Database {
  let isCounted = false
  const read = async <Result>(ask: (database: Database) => Promise<Result>): Promise<Result> => {
    if (!isCounted) await count()
    isCounted = true
    try {
      return await ask(replica)
    } catch (error) {
      onUnanswered(error)
      return ask(primary)
    }
  }
  return {
    query: <Result>(statement: Statement<Result>) => read((database) => database.query(statement)),
    batch: <const Statements extends readonly Statement[]>(statements: Statements, options?: BatchOptions) =>
      read((database) => database.batch(statements, { ...options, readOnly: true })),
    close: async () => {
      await Promise.all([replica.close(), primary.close()])
    },
  }
}
