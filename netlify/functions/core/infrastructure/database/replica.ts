import type { BatchOptions, Database } from './port.js'
import type { Statement } from './statement.js'

/** A database that follows the primary some moments behind, and can only be read. */
export type Replica = {
  readonly database: Database
  /** Hears of each read that the primary had to answer. */
  readonly onUnanswered: (error: unknown) => void
}

type Reading = Replica & {
  readonly primary: Database
  /** Counts the request: a replica cannot, and who is over the quota shall cost it nothing. */
  readonly count: () => Promise<void>
}

/**
 * A database whose replica reads, once the request is counted. Whatever the replica does not answer
 * the primary does: it may be away, behind with a migration, or have ended the read for its own
 * recovery (SQLSTATE 40001). A fault of the statement is told by the primary, too.
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
