/** The exit codes of the `db:*` commands; docs/operations.md lists them too. */
export const exitCodes = {
  /** Done, or nothing to do. */
  ok: 0,
  /**
   * Found a fault: a check failed, a generated file drifted, or a statement does not fit the
   * schema.
   */
  found: 1,
  /** The command line or a setting is wrong. */
  usage: 2,
  /** No connection: nobody answers, the password is refused, or there is no such database. */
  unreachable: 3,
  /** The command refuses: history was changed, or the database is not marked disposable. */
  refused: 4,
  /** A statement failed; what it would have changed is as before. */
  failed: 5,
} as const

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]
