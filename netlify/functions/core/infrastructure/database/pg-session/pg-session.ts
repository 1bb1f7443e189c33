import { parse } from 'node:path'
import pg from 'pg'
import { CommandError } from '#infrastructure/command-line/command-error.js'
import { exitCodes } from '#infrastructure/command-line/exit-codes.js'
import { targetOf } from '#infrastructure/command-line/target.js'

const serverVersionMin = 150_000

/**
 * Opens a session of its own for migrations, catalogs and scratch databases, which need one. Units
 * of work use the `Database` port instead.
 *
 * @throws CommandError (unreachable) with one sentence that names the cause and the remedy, never
 *   the password.
 */
export async function openPgSession(url: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 10_000,
    // says which command a session belongs to, e.g. to a migration that finds it in its way
    fallback_application_name: `calistheniq ${parse(process.argv[1] ?? '').name}`.trim(),
  })
  // a connection that breaks while idle would otherwise end the process; the next query reports it
  client.on('error', () => undefined)
  try {
    await client.connect()
    await refuseOldServer(client)
  } catch (error) {
    await client.end().catch(() => undefined)
    throw error instanceof CommandError ? error : unreachable(url, error)
  }
  return client
}

/** Runs `use` in a session of its own, and always closes it. */
export async function withPgSession<Result>(url: string, use: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = await openPgSession(url)
  try {
    return await use(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}

/**
 * Returns the SQLSTATE of an error from PostgreSQL, or the code of a broken connection, or null.
 */
export function errorCode(error: unknown): string | null {
  const inner = error instanceof AggregateError ? error.errors[0] : error
  const code: unknown = inner instanceof Error && 'code' in inner ? inner.code : null
  return typeof code === 'string' ? code : null
}

async function refuseOldServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: string; number: number }>(
    `select current_setting('server_version') as version, current_setting('server_version_num')::integer as number`,
  )
  const { number, version } = rows[0] ?? { number: 0, version: 'unknown' }
  if (number >= serverVersionMin) return
  throw new CommandError(exitCodes.unreachable, `The server is PostgreSQL ${version}: version 15 to 18 is needed.`)
}

function unreachable(url: string, error: unknown): CommandError {
  const { database, address, user } = targetOf(url)
  const sentences: Readonly<Record<string, string>> = {
    '28P01': `The database at ${address} refuses the password of ${user}: correct it in DATABASE_URL.`,
    '28000': `The database at ${address} does not let ${user} in: correct the user in DATABASE_URL, or pg_hba.conf.`,
    '3D000': `There is no database ${database} at ${address}: create it (createdb ${database}), or correct DATABASE_URL.`,
    '53300': `The database at ${address} has no connection left: close some, or try again later.`,
    '57P03': `The database at ${address} is starting up or shutting down: try again in a moment.`,
  }
  const code = errorCode(error)
  const sentence = code === null ? undefined : sentences[code]
  const reason = code ?? (error instanceof Error ? error.message : 'unknown')
  return new CommandError(
    exitCodes.unreachable,
    sentence ?? `No database answers at ${address} (${reason}): start it, or correct DATABASE_URL.`,
    error,
  )
}
