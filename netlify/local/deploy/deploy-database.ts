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
   * What is deployed: `production`, `deploy-preview`, `branch-deploy`, or anything else that is not
   * production.
   */
  readonly context: string
  readonly log?: (line: string) => void
}

/**
 * Migrates and seeds the library before a deployment is published. The database of production
 * remembers that it is, so that a preview whose settings point at it by mistake stops here instead
 * of changing it.
 *
 * @throws CommandError (refused) for a preview on production's database, and as `setup` does; the
 *   deployment then stops.
 */
export async function deployDatabase(deployment: Deployment): Promise<SetupReport> {
  const { database: config, context, log = () => undefined } = deployment
  const database = createDatabase({ url: config.directUrl })
  const address = addressOf(config.directUrl)
  // whoever cannot be reached is told of in a sentence
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

/** What tells a database from its branches, which remember the same: host and name. */
function addressOf(url: string): string {
  const { hostname, port, pathname } = new URL(url)
  return `${hostname.replace('-pooler.', '.')}${port ? `:${port}` : ''}${pathname}`
}

/** The database that production was deployed to; null where the schema is not there yet. */
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
