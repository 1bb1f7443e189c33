import pg, { type Client } from 'pg'
import { CommandError } from '#infrastructure/command-line/command-error.js'
import { exitCodes } from '#infrastructure/command-line/exit-codes.js'

/**
 * Runs `work` on one snapshot of the database, read only.
 *
 * @throws CommandError as `inTransaction` does.
 */
export function inSnapshot<Result>(client: Client, work: () => Promise<Result>): Promise<Result> {
  return between(client, 'begin isolation level repeatable read read only', 'rollback', work)
}

/**
 * Runs `work` as one transaction: everything is kept, or nothing.
 *
 * @throws CommandError (unreachable) when the connection broke; (failed) when the database refused
 *   a statement.
 */
export function inTransaction<Result>(client: Client, work: () => Promise<Result>): Promise<Result> {
  return between(client, 'begin', 'commit', work)
}

async function between<Result>(
  client: Client,
  begin: string,
  end: string,
  work: () => Promise<Result>,
): Promise<Result> {
  let broken = false
  const notice = () => {
    broken = true
  }
  client.on('error', notice)
  try {
    await client.query(begin)
    const result = await work()
    await client.query(end)
    return result
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw explained(error, broken)
  } finally {
    client.off('error', notice)
  }
}

function explained(error: unknown, broken: boolean): unknown {
  if (error instanceof CommandError) return error
  if (broken)
    return new CommandError(
      exitCodes.unreachable,
      'The connection to the database broke, and nothing was kept: start it again, and then this command.',
      error,
    )
  if (!(error instanceof pg.DatabaseError)) return error
  // the server's detail would show whole rows with personal data
  const { message, code, table } = error
  const where = table ? `${table}: ` : ''
  return new CommandError(exitCodes.failed, `${where}${message} (${code}). Nothing was kept.`, error)
}
