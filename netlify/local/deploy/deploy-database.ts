import { createDatabase } from '#database/create-database.js'
import { DatabaseError } from '#database/errors.js'
import { withPgSession } from '#database/pg-session/pg-session.js'
import { type SetupReport, setup } from '#database/seed.js'
import { CommandError } from '#infrastructure/command-line/command-error.js'
import { exitCodes } from '#infrastructure/command-line/exit-codes.js'
import { mark } from '#infrastructure/command-line/paint.js'
import type { Config } from '#infrastructure/config/config.js'
import { findProduction, markProduction } from '#queries/settings.js'

export type Deployment = {
  readonly database: Config['database']
  /**
   * The deploy context: `production`, `deploy-preview`, `branch-deploy`, or anything else that is
   * not production.
   */
  readonly context: string
  readonly log?: (line: string) => void
}

/**
 * Migrates the database and seeds the library before a deployment is published. The production
 * database remembers that it is one, so that a preview whose settings point at it by mistake stops
 * here instead of changing it.
 *
 * @throws CommandError (refused) for a preview on the production database, and as `setup` does; the
 *   deployment then stops.
 */
export async function deployDatabase(deployment: Deployment): Promise<SetupReport> {
  const { database: config, context, log = () => undefined } = deployment
  const database = createDatabase({ url: config.directUrl })
  const address = addressOf(config.directUrl)
  // an unreachable database is reported here, in one sentence
  await withPgSession(config.directUrl, async () => undefined)
  try {
    if (context !== 'production' && (await productionOf(database)) === address) throw refusal(address, context)
    const report = await setup({ database: config, log })
    if (context !== 'production') return report
    await database.batch([markProduction({ address, now: new Date() })])
    log(mark.done(`${address} is marked as the database of production`))
    return report
  } finally {
    await database.close()
  }
}

/**
 * Returns host and name, which tell a database from its branches: a branch remembers the same as
 * its database.
 */
function addressOf(url: string): string {
  const { hostname, port, pathname } = new URL(url)
  return `${hostname.replace('-pooler.', '.')}${port ? `:${port}` : ''}${pathname}`
}

/** Finds the address of the production database; null when the database has no schema yet. */
async function productionOf(database: ReturnType<typeof createDatabase>): Promise<string | null> {
  try {
    return await database.query(findProduction({}))
  } catch (error) {
    const isEmpty = error instanceof DatabaseError && ['42P01', '3F000'].includes(error.facts.sqlState ?? '')
    if (isEmpty) return null
    throw error
  }
}

function refusal(address: string, context: string): CommandError {
  return new CommandError(
    exitCodes.refused,
    `${address} serves production, and this deployment is for ${context}: give that context a DATABASE_URL of its own (docs/operations.md, "Previews").`,
  )
}
