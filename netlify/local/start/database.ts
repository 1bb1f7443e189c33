import { join, relative } from 'node:path'
import { mark } from '#infrastructure/command-line/paint.js'
import { describeTarget } from '#infrastructure/command-line/target.js'
import { parseDatabaseConfig } from '#infrastructure/config/config.js'
import { startLocalPostgres } from '#local/postgres.js'

/**
 * The database to serve from: the one that DATABASE_URL names, or a PostgreSQL of the start's own.
 */
export type StartDatabase = {
  /** The environment for everything that uses the database. */
  readonly environment: Readonly<Record<string, string>>
  /** True for the start's own database: demo data may go into it. */
  readonly isOurs: boolean
  /** The line to print about it. */
  readonly line: string
  stop(): Promise<void>
}

/**
 * Finds the database in the environment, or starts one in the data folder. Rejects with one
 * sentence that has the remedy.
 */
export async function openStartDatabase(
  env: Readonly<Record<string, string | undefined>>,
  dataFolder: string,
): Promise<StartDatabase> {
  if (env.DATABASE_URL || env.NETLIFY_DB_URL) return givenDatabase(env)
  const folder = join(dataFolder, 'postgres')
  const server = await startLocalPostgres({ dataFolder: folder, database: 'calistheniq' })
  return {
    // any other setting about databases would mean another one
    environment: {
      DATABASE_URL: server.url,
      DATABASE_URL_UNPOOLED: server.url,
      DATABASE_READ_URL: '',
      NEON_ENDPOINT: '',
    },
    isOurs: true,
    line: mark.done(
      `PostgreSQL on port ${server.port}, ${server.fresh ? 'new' : 'with its data kept'} in ${relative(process.cwd(), folder)}`,
    ),
    stop: server.stop,
  }
}

function givenDatabase(env: Readonly<Record<string, string | undefined>>): StartDatabase {
  const { url, directUrl } = parseDatabaseConfig(env)
  return {
    // `netlify dev` sets NETLIFY_DB_URL to a database of its own
    environment: { DATABASE_URL: url, DATABASE_URL_UNPOOLED: directUrl },
    isOurs: false,
    line: mark.skipped(describeTarget(directUrl)),
    stop: async () => undefined,
  }
}
