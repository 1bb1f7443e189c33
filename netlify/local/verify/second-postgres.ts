import { mark } from '#infrastructure/command-line/paint.js'
import { findMachinePostgres } from './machine-postgres.js'
import { runProject } from './run-project.js'
import type { Counts } from './test-run.js'

/** Which database tests run once more on the PostgreSQL of this machine. */
export const secondRuns = ['statements', 'all'] as const
export type SecondRun = (typeof secondRuns)[number]

/**
 * The files of the short second run, by the beginning of their path. The run looks for SQL that
 * another major version refuses, runs otherwise or answers with another error. What a test proves of
 * rules and of HTTP does not depend on the version, so these are enough:
 *
 * - the database room explains every statement, and runs migrations, seeds, backups and repairs;
 * - the round trips run every operation, once more under a key, and again with the same key;
 * - the contracts hold how errors are told apart by their SQLSTATE, and what row-level security hides;
 * - races hold which of two requests waits, and which is refused;
 * - the others run the statements that no recipe of an operation comes to: those of searches, of what
 *   is erased or forgotten, of refusals, and of requests with more in them.
 */
export const statementFiles: readonly string[] = [
  'netlify/functions/core/infrastructure/database/',
  'netlify/functions/core/orchestration/',
  'netlify/local/deploy/',
  'netlify/tests/api/deload.test.ts',
  'netlify/tests/api/exercise-search.test.ts',
  'netlify/tests/api/exercises.test.ts',
  'netlify/tests/api/health-data-erased.test.ts',
  'netlify/tests/api/keys.test.ts',
  'netlify/tests/api/level-tests.test.ts',
  'netlify/tests/api/limits-at-once.test.ts',
  'netlify/tests/api/rebuild-races.test.ts',
  'netlify/tests/api/routines.test.ts',
  'netlify/tests/api/security-log.test.ts',
  'netlify/tests/api/sessions-races.test.ts',
  'netlify/tests/api/sessions-sets.test.ts',
  'netlify/tests/contract/database.contract.test.ts',
  'netlify/tests/contract/failures.contract.test.ts',
  'netlify/tests/contract/own-ids.contract.test.ts',
  'netlify/tests/contract/prepared-statements.test.ts',
  'netlify/tests/contract/retention.contract.test.ts',
  'netlify/tests/contract/round-trips.contract.test.ts',
  'netlify/tests/contract/row-level-security.test.ts',
  'netlify/tests/contract/unit-of-work.contract.test.ts',
]

/**
 * Runs database tests once more on the PostgreSQL of this machine, if there is one, in databases of
 * their own.
 */
export async function runOnMachinePostgres(secondRun: SecondRun): Promise<Counts> {
  const server = await findMachinePostgres()
  if (!server) {
    console.log(mark.skipped('database tests on a second PostgreSQL: none answers at 127.0.0.1:5432'))
    return { passed: 0, failed: 0 }
  }
  const which = secondRun === 'all' ? 'all database tests' : 'the database tests that run statements'
  console.log(`${which} once more, on PostgreSQL ${server.version} at 127.0.0.1:5432`)
  const environment = { TEST_DATABASE_URL: server.url }
  return runProject('database', { environment, files: secondRun === 'all' ? [] : statementFiles })
}
