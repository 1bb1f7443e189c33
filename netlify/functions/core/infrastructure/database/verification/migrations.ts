import * as z from 'zod'
import { CommandError } from '#infrastructure/command-line/command-error.js'
import { exitCodes } from '#infrastructure/command-line/exit-codes.js'
import { DatabaseError } from '../errors.js'
import { planMigrations } from '../migration/plan.js'
import { readMigrations } from '../migration/read-migrations.js'
import { many, sql } from '../statement.js'
import type { Check } from './check.js'

/** Lists the migrations that the database has applied. */
export const listAppliedMigrations = many({
  name: 'listAppliedMigrations',
  row: z.object({
    number: z.number(),
    name: z.string(),
    checksum: z.string(),
    finished: z.boolean(),
    statements_done: z.number(),
    started_at: z.date(),
  }),
  sql: (_: Record<never, never>) => sql`
    select number, name, checksum, finished_at is not null as finished, statements_done, started_at
    from migrations.applied
    order by number`,
  map: ({ statements_done, started_at, ...row }) => ({
    ...row,
    statementsDone: statements_done,
    startedAt: started_at,
  }),
})

/**
 * Checks that the database is at the newest migration, and that none was changed, lost or inserted
 * since it was applied.
 */
export const migrationsCheck: Check = {
  name: 'migrations',
  run: async (database) => {
    const plan = planMigrations(
      readMigrations(),
      await database.query(listAppliedMigrations({})).catch(refuseUnmigrated),
    )
    return plan
      .filter(({ state }) => state !== 'applied')
      .map(({ name, state, problem }) => ({ subject: name, problem: problem ?? `is ${state}: npm run db:migrate` }))
  },
}

/** The SQLSTATEs of a missing table and a missing role: the database was never set up. */
const unmigratedStates = ['42P01', '22023']

/**
 * Ends the run on a database that was never migrated: there every check would fail without saying
 * why.
 */
function refuseUnmigrated(error: unknown): never {
  if (error instanceof DatabaseError && unmigratedStates.includes(error.facts.sqlState ?? ''))
    throw new CommandError(exitCodes.found, 'This database was never migrated: npm run db:setup.')
  throw error
}
