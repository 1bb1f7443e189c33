import { DatabaseError } from '#database/errors.js'
import { ConfigError } from '#infrastructure/config/config.js'
import { CommandError } from './command-error.js'
import { type ExitCode, exitCodes } from './exit-codes.js'

/** The text for an error that ends a command, and the exit code. */
export type Explanation = { readonly text: string; readonly exitCode: ExitCode }

/**
 * Explains an error in a sentence with its remedy. An unforeseen error keeps its stack, so that its
 * cause can be found.
 */
export function explain(error: unknown): Explanation {
  if (error instanceof CommandError) return { text: error.message, exitCode: error.exitCode }
  if (error instanceof ConfigError) return { text: error.message, exitCode: exitCodes.usage }
  if (error instanceof DatabaseError) return explainDatabaseError(error)
  return { text: error instanceof Error ? (error.stack ?? error.message) : String(error), exitCode: exitCodes.failed }
}

const bySqlState: Readonly<Record<string, Explanation>> = {
  '28P01': { text: 'The password is refused: correct it in DATABASE_URL.', exitCode: exitCodes.unreachable },
  '28000': { text: 'The user is not let in: correct the user in DATABASE_URL.', exitCode: exitCodes.unreachable },
  '3D000': {
    text: 'There is no such database: create it, or correct DATABASE_URL.',
    exitCode: exitCodes.unreachable,
  },
  '22023': { text: 'The database is not set up yet: npm run db:setup.', exitCode: exitCodes.refused },
  '42P01': { text: 'The database is not migrated: npm run db:setup.', exitCode: exitCodes.refused },
}

function explainDatabaseError({ facts, cause }: DatabaseError): Explanation {
  const known = bySqlState[facts.sqlState ?? '']
  if (known) return known
  if (facts.kind === 'unavailable')
    return { text: 'No database answers: start it, or correct DATABASE_URL.', exitCode: exitCodes.unreachable }
  const where = [facts.statement, facts.constraint, facts.sqlState].filter((part) => part !== null).join(', ')
  const why = cause instanceof Error ? cause.message : 'unknown'
  return { text: `The database refused (${where}): ${why}`, exitCode: exitCodes.failed }
}
