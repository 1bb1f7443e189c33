import dotenv from 'dotenv'
import * as z from 'zod'
import { exitCodes } from '#infrastructure/command-line/exit-codes.js'
import { mark, paint } from '#infrastructure/command-line/paint.js'
import { describeTarget } from '#infrastructure/command-line/target.js'
import { ConfigError, parseDatabaseConfig } from '#infrastructure/config/config.js'
import { adapterFor, createDatabase, type DatabaseSettings } from '../create-database.js'
import { DatabaseError } from '../errors.js'
import { one, sql } from '../statement.js'

const serverVersion = one({
  name: 'server-version',
  row: z.object({ version: z.string() }),
  sql: () => sql`
    select current_setting('server_version') as version`,
  map: ({ version }) => version,
})

/**
 * Prints where `DATABASE_URL` leads (never the password), the adapter, the server's version, and
 * how long a round trip takes. An unreachable database becomes one sentence on stderr with the
 * remedy, and the exit code of the process.
 */
export async function testConnection(settings?: DatabaseSettings): Promise<void> {
  try {
    await report(settings ?? readSettings())
  } catch (error) {
    const [message, exitCode] = explain(error)
    console.error(paint('red', message, process.stderr))
    process.exitCode = exitCode
  }
}

function readSettings(): DatabaseSettings {
  dotenv.config({ quiet: true })
  return parseDatabaseConfig(process.env)
}

async function report(settings: DatabaseSettings): Promise<void> {
  const database = createDatabase(settings)
  console.log(`Connecting to ${describeTarget(settings.url)}, by ${adapterNames[adapterFor(settings)]}`)
  try {
    const version = await database.query(serverVersion({}))
    // the first round trip also loaded the driver and connected
    const start = performance.now()
    await database.query(serverVersion({}))
    console.log(mark.done(`PostgreSQL ${version}, ${(performance.now() - start).toFixed(1)} ms for a round trip`))
  } finally {
    await database.close()
  }
}

const adapterNames = { neon: "Neon's HTTP protocol", pg: 'a pool of PostgreSQL connections' } as const

function explain(error: unknown): readonly [message: string, exitCode: number] {
  if (error instanceof ConfigError) return [error.message, exitCodes.usage]
  if (!(error instanceof DatabaseError)) return [String(error), exitCodes.failed]
  const { kind, sqlState } = error.facts
  if (kind === 'unavailable') return [`Nobody answers there: ${remedies.nobody}`, exitCodes.unreachable]
  if (sqlState?.startsWith('28')) return [`The server refuses the user: ${remedies.user}`, exitCodes.unreachable]
  if (sqlState === '3D000') return [`The server has no such database: ${remedies.database}`, exitCodes.unreachable]
  return [error.message, exitCodes.failed]
}

const remedies = {
  nobody: 'start the server (`npm start` brings its own), or correct host and port in DATABASE_URL.',
  user: 'correct the user or the password in DATABASE_URL.',
  database: 'create it, or correct the name at the end of DATABASE_URL.',
} as const
