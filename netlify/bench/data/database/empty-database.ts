import type { Client } from 'pg'
import { pgDatabase } from '#database/adapters/pg.js'
import type { Database } from '#database/connection.js'
import { boundTo } from '#database/unit-of-work.js'
import type { LibraryFacts } from '#domain/library/library-facts.js'
import { CommandError } from '#infrastructure/command-line/command-error.js'
import { exitCodes } from '#infrastructure/command-line/exit-codes.js'
import { findLibraryFacts } from '#queries/library-facts.js'
import { isDisposable } from '#queries/settings.js'
import { countAthletes } from '#queries/users.js'

/** Lends a database, bound to the operator's identity, and closes it afterwards in any case. */
export async function withDatabase<Result>(
  url: string,
  work: (database: Database) => Promise<Result>,
): Promise<Result> {
  // a plan for any athlete would be a bad one for thousands of days at once
  const database = pgDatabase(url, { answerMsMax: 3_600_000, namedStatements: false })
  try {
    return await work(boundTo(database, { kind: 'operator' }))
  } finally {
    await database.close()
  }
}

/**
 * Returns the library of a database that may be filled.
 *
 * @throws CommandError (refused) unless the database is marked as disposable, has athletes of nobody, and
 *   has a library.
 */
export async function libraryOfEmpty(database: Database): Promise<readonly LibraryFacts[]> {
  if (!(await database.query(isDisposable({}))))
    throw new CommandError(
      exitCodes.refused,
      'This database is not marked as disposable, so nothing is loaded into it: npm run db:setup -- --disposable marks it.',
    )
  const athletes = await database.query(countAthletes({}))
  if (athletes > 0)
    throw new CommandError(
      exitCodes.refused,
      `This database has ${athletes} athletes, and the bench loads into an empty one: make another, or drop it and make it anew.`,
    )
  const { facts } = await database.query(findLibraryFacts({ known: [] }))
  if (facts === null || facts.length === 0)
    throw new CommandError(exitCodes.refused, 'There is no exercise library yet: npm run db:setup brings it.')
  return facts
}

/**
 * Refuses a user whom row-level security would stop: `copy` does not pass it.
 *
 * @throws CommandError (refused) unless the connected user is a superuser or bypasses policies.
 */
export async function assertMayCopy(client: Client): Promise<void> {
  const { rowCount } = await client.query(
    'select from pg_roles where rolname = current_user and (rolsuper or rolbypassrls)',
  )
  if (rowCount === 0)
    throw new CommandError(
      exitCodes.refused,
      'Row-level security stops this user from copying rows in: connect as a superuser.',
    )
}
