import pg from 'pg'
import type { Database } from '#database/connection.js'
import type { LibraryFacts } from '#domain/library/library-facts.js'
import { CommandError } from '#infrastructure/command-line/command-error.js'
import { exitCodes } from '#infrastructure/command-line/exit-codes.js'
import { refreshWeeklySummaries } from '#queries/weekly-workout-summary.js'
import { athletesIn } from './athletes.js'
import { giveBack, onLargestFirst, takeableOf } from './database/bare-tables.js'
import { assertMayCopy, libraryOfEmpty, withDatabase } from './database/empty-database.js'
import { readKeys } from './database/read-keys.js'
import { summarise } from './database/summaries.js'
import { inThreads } from './in-threads.js'
import { loadPart, type Part } from './load-part.js'
import { detailedFrom, type Enrolled, enrol } from './people/enrol.js'
import { tableNames } from './rows/tables.js'

export type LoadOptions = {
  /** The database, as the owner of its tables, who may copy past row-level security. */
  readonly url: string
  readonly sessions: number
  readonly athletes: number
  readonly seed: string
  /** The last day that has passed for everybody. */
  readonly until: string
  /** Threads that make histories; 0 makes them in this one. */
  readonly threads: number
  readonly now?: Date
  readonly onSessions?: (done: number) => void
  readonly onSummaries?: (athletes: number) => void
  /** Is told what was done, and how many seconds it took. */
  readonly onStep?: (step: string, seconds: number) => void
}

/**
 * Loads the athletes of the bench with their histories, and all that follows from them, into an empty
 * database. The same seed and day load the same rows.
 *
 * Rejects with a CommandError: (usage) when the sessions cannot be shared among the athletes, and
 * (refused) as `libraryOfEmpty` and `assertMayCopy` do, before it changes anything; (failed) later, and
 * then the database is good for nothing but to be dropped, because it has lost its indexes.
 */
export async function loadBenchData(options: LoadOptions): Promise<readonly Enrolled[]> {
  const enrolled = enrolFor(options)
  const client = new pg.Client({ connectionString: options.url })
  return withDatabase(options.url, async (database) => {
    const library = await libraryOfEmpty(database)
    await client.connect()
    try {
      await assertMayCopy(client)
      await fill({ database, client, enrolled, library }, options).catch(explain)
    } finally {
      await client.end()
    }
    return enrolled
  })
}

function enrolFor(options: LoadOptions): Enrolled[] {
  try {
    return enrol({ ...options, ...athletesIn(options) })
  } catch (error) {
    if (error instanceof RangeError) throw new CommandError(exitCodes.usage, `${error.message}.`)
    throw error
  }
}

function explain(error: unknown): never {
  const why = error instanceof Error ? error.message : String(error)
  const remedy = 'The database has lost its indexes and references: drop it, and make it anew.'
  throw new CommandError(exitCodes.failed, `The load stopped: ${why}. ${remedy}`, error)
}

type Filling = {
  readonly database: Database
  readonly client: pg.Client
  readonly enrolled: readonly Enrolled[]
  readonly library: readonly LibraryFacts[]
}

/** Loads histories while constraints between tables and indexes are away, and then sums up all days and weeks. */
async function fill({ database, client, enrolled, library }: Filling, options: LoadOptions): Promise<void> {
  const { url, seed, until, threads, now = new Date(), onSummaries = () => undefined } = options
  const step = stopwatch(options.onStep)
  const common = { url, library, seed, until, keys: await readKeys(client), detailedFrom: detailedFrom(enrolled) }
  const taken = await takeableOf(client)
  for (const statement of taken.drop) await client.query(statement)
  step('constraints and indexes taken away')
  await makeHistories(shared(enrolled, threads, common), options)
  step('histories loaded')
  await giveBack(url, taken)
  step('constraints and indexes given back')
  await onLargestFirst(url, tableNames, (table) => [`vacuum analyze ${table}`])
  step('vacuumed and analysed')
  await summarise(database, enrolled, now, onSummaries)
  await database.batch([refreshWeeklySummaries({ now })])
  await client.query('vacuum analyze daily_workout_summary, weekly_workout_summary')
  step('days and weeks summed up')
}

async function makeHistories(
  parts: readonly Part[],
  { threads, onSessions = () => undefined }: LoadOptions,
): Promise<void> {
  let done = 0
  const onMore = (sessions: number) => {
    done += sessions
    onSessions(done)
  }
  if (threads > 0) return inThreads(parts, onMore)
  for (const part of parts) await loadPart(part, onMore)
}

/** Shares the athletes out among threads, so that each has about as many rows to make. */
function shared(enrolled: readonly Enrolled[], threads: number, common: Omit<Part, 'enrolled'>): Part[] {
  const parts = Array.from({ length: Math.max(1, threads) }, () => ({ work: 0, enrolled: [] as Enrolled[] }))
  for (const one of enrolled.toSorted((a, b) => workOf(b) - workOf(a))) {
    const least = parts.reduce((a, b) => (b.work < a.work ? b : a))
    least.work += workOf(one)
    least.enrolled.push(one)
  }
  return parts.map((part) => ({ ...common, enrolled: part.enrolled }))
}

/** What it takes to make a history: copies of rows are cheap, and so are sessions without exercises. */
function workOf({ person, schedule, alike }: Enrolled): number {
  return schedule.length * (person.inFull ? 3 : 1 + 0.2 * alike.length)
}

function stopwatch(onStep: LoadOptions['onStep']): (step: string) => void {
  let from = performance.now()
  return (step) => {
    onStep?.(step, (performance.now() - from) / 1000)
    from = performance.now()
  }
}
