import { randomBytes } from 'node:crypto'
import { CommandError } from '#infrastructure/command-line/command-error.js'
import { exitCodes } from '#infrastructure/command-line/exit-codes.js'
import { describeTarget } from '#infrastructure/command-line/target.js'
import { errorCode, withPgSession } from './pg-session.js'

/**
 * Creates an empty database on the server of `url`, hands its URL to `use`, and always drops it.
 *
 * @throws CommandError (refused) when the user may not create databases.
 */
export async function withScratchDatabase<Result>(url: string, use: (url: string) => Promise<Result>): Promise<Result> {
  const name = `calistheniq_scratch_${randomBytes(6).toString('hex')}`
  await withPgSession(url, (client) => client.query(`create database ${name} template template0`)).catch((error) => {
    if (errorCode(error) !== '42501') throw error
    throw new CommandError(
      exitCodes.refused,
      `The user of ${describeTarget(url)} may not create databases: alter role .. createdb, or use another server.`,
    )
  })
  const scratch = new URL(url)
  scratch.pathname = `/${name}`
  try {
    return await use(scratch.href)
  } finally {
    await withPgSession(url, (client) => client.query(`drop database if exists ${name} with (force)`))
  }
}
