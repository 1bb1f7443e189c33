import type { RuleBook } from '#domain/rules/rule-book.js'
import { ruleBook } from '#domain/rules/rules-in-force.js'
import { AthleteId } from '#domain/values/id.schema.js'
import { CommandError } from '#infrastructure/command-line/command-error.js'
import { exitCodes } from '#infrastructure/command-line/exit-codes.js'
import { ProgressBar } from '#infrastructure/command-line/progress-bar.js'
import { optionsOf, runCommand } from '#infrastructure/command-line/run-command.js'
import { describeTarget } from '#infrastructure/command-line/target.js'
import { parseDatabaseConfig } from '#infrastructure/config/config.js'
import { compareAthlete } from '#orchestration/training/rebuild/compare-athlete.js'
import type { Difference } from '#orchestration/training/rebuild/difference.js'
import { eachAthlete } from '#orchestration/training/rebuild/each-athlete.js'
import { repairAthlete } from '#orchestration/training/rebuild/repair-athlete.js'
import { createDatabase, type Database } from '../connection.js'
import { findAthleteFacts } from '../queries/athlete-facts.js'
import { countAthletes } from '../queries/users.js'
import { boundTo } from '../unit-of-work.js'
import { athleteLines, type Outcome, type RebuildReport, rebuildSummary } from './rebuild-report.js'

/**
 * Compares what is stored for an athlete with what follows from the facts, and the facts in tables
 * with those in events. Returns the differences; it changes nothing.
 *
 * @param database the database, bound to the operator's identity.
 */
export async function rebuildAthlete(
  database: Database,
  ruleBook: RuleBook,
  userId: AthleteId,
  now = new Date(),
): Promise<readonly Difference[]> {
  return (await compareAthlete(database, ruleBook, userId, now)).differences
}

export type RebuildOptions = {
  /** The database, bound to the operator's identity. */
  readonly database: Database
  readonly ruleBook: RuleBook
  /** The athlete to rebuild; all when it is missing. */
  readonly athlete?: AthleteId | undefined
  /** Writes what follows from the facts, instead of only comparing. */
  readonly write?: boolean
  readonly now?: Date
  readonly log?: (line: string) => void
  readonly onDone?: (athletes: number) => void
}

/**
 * Rebuilds one athlete or all: derives the state from the facts, shows what differs, and with
 * `write` stores it.
 *
 * @throws CommandError (refused) when there is no such athlete.
 */
export async function rebuild(options: RebuildOptions): Promise<RebuildReport> {
  const { database, athlete, log = () => undefined, onDone = () => undefined } = options
  const report = { athletes: 0, differing: 0, found: 0, left: 0 }
  for await (const userId of athlete ? [await existing(database, athlete)] : eachAthlete(database)) {
    const { found, left } = await rebuildOne(options, userId)
    for (const line of athleteLines(userId, { found, left }, options.write === true)) log(line)
    report.athletes += 1
    report.differing += found.length > 0 ? 1 : 0
    report.found += found.length
    report.left += left.length
    onDone(report.athletes)
  }
  return report
}

async function rebuildOne(
  { database, ruleBook, write, now = new Date() }: RebuildOptions,
  userId: AthleteId,
): Promise<Outcome> {
  if (!write) {
    const found = await rebuildAthlete(database, ruleBook, userId, now)
    return { found, left: found }
  }
  const { differences: found } = await repairAthlete(database, ruleBook, userId, now)
  return { found, left: found.length === 0 ? [] : await rebuildAthlete(database, ruleBook, userId, now) }
}

async function existing(database: Database, userId: AthleteId): Promise<AthleteId> {
  const facts = await database.query(findAthleteFacts({ userId }))
  if (!facts) throw new CommandError(exitCodes.refused, `There is no athlete ${userId}.`)
  return userId
}

const usage = 'npm run db:rebuild [-- [--athlete ID] [--write]]'

function athleteOf(given: string | undefined): AthleteId | undefined {
  const athlete = AthleteId.optional().safeParse(given)
  if (athlete.success) return athlete.data
  throw new CommandError(exitCodes.usage, `--athlete takes the id of an athlete, a UUID. Usage: ${usage}`)
}

// exits with 0 when nothing differs or everything was written, with 1 when something differs, with
// 2 to 5 like every db:* command
await runCommand(import.meta.url, async () => {
  const { values } = optionsOf({ athlete: { type: 'string' }, write: { type: 'boolean' } }, usage)
  const [athlete, write] = [athleteOf(values.athlete), values.write === true]
  const config = parseDatabaseConfig(process.env)
  console.log(`${write ? 'rebuilding' : 'comparing'} ${describeTarget(config.url)}`)
  const database = boundTo(createDatabase(config), { kind: 'operator' })
  try {
    const bar = new ProgressBar('athletes', athlete ? 1 : await database.query(countAthletes({})))
    const report = await rebuild({
      database,
      ruleBook,
      athlete,
      write,
      log: console.log,
      onDone: (done) => bar.show(done),
    })
    console.log(rebuildSummary(report, write))
    return report.left === 0 ? exitCodes.ok : exitCodes.found
  } finally {
    await database.close()
  }
})
