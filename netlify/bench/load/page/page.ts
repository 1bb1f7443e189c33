import type { Kept, Result } from '../result.js'
import { databaseTable, exactTable, growthTable, pgbenchTable } from './counted.js'
import { indexesSection } from './indexes.js'
import { againstTable, connectionsTable, timesTable } from './loaded.js'

/** Writes docs/performance.md from what was kept: of the whole run where there is one, else of the quick one. */
export function pageOf(kept: Kept): string {
  const result = kept.full ?? kept.quick
  if (!result) return `${head}\nNothing was measured yet.\n`
  const before = kept.before
  const sections = [
    machineOf(result, kept.full ? 'npm run bench' : 'npm run bench -- --quick'),
    ...(before ? [beforeOf(before)] : []),
    ...sectionsOf(result, before),
  ]
  return `${[head, ...sections, notRunOf(result)].filter((one) => one !== '').join('\n\n')}\n`
}

const head = `# How fast it is, measured

Written by \`npm run bench\`; [performance.json](performance.json) has the same for \`--compare\`. The functions are served as they
are packed for deployment, by a lean host: \`node:http\`, a web request, the function, the answer.

Load generator, host and PostgreSQL share the cores of one machine, so times say little: **only ratios count**. Those are
taken in one run, round by round with the servers in turn, and the median of the rounds' ratios stands here. What is counted
(round trips, statements, rows, bytes) is exact.

The **floor** is what a hand-written handler takes that does nothing else: \`node:http\`, \`pg\`, the same access token verified,
and the bare reads and inserts; no validation, quota, idempotency, row-level security or log. *Named* floors prepare each
statement once per connection, as the product does. The floor of the *same rows* also writes what our commands write (events,
the day's sums, versions, and of a completed session what follows from it: decisions, standings, abilities, a checkpoint), in one
transaction, statement by statement; it has nothing to find out.

A set is logged as an app does that has the workout open: ours with If-Match, by the version that the app has read and
counted up with each set. Where the *version is unknown*, ours reads the session first. Floors and others have no versions.
Sessions are completed, and put, for athletes who have trained once on that day at most, but where there are more requests in a
round than athletes.`

function machineOf({ machine, load }: Result, command: string): string {
  const noise = load ? ` The floor differs from itself by ${(load.noise * 100).toFixed(0)} % from round to round.` : ''
  const busy = `${machine.busy.toFixed(1)} processes wanted a core in the minute before`
  return `\`${command}\` on ${machine.at}: Node ${machine.node}, PostgreSQL ${machine.postgres}, ${machine.cores} cores of ${machine.processor}; ${busy}.${noise}`
}

function beforeOf({ machine, load }: Result): string {
  const sessions = load ? ` with ${load.sessions.toLocaleString('en')} sessions,` : ''
  return `*Before* are functions of an older commit, measured on ${machine.at} in the same way, on today's schema and rows,${sessions} beside a floor of their own.`
}

function sectionsOf(result: Result, before: Result | undefined): string[] {
  const { load, exact, growth, database, pgbench, unusedIndexes } = result
  const sections: string[] = []
  if (load) {
    sections.push(
      `## Against the floor and others\n\nRequests per second of ours by those of the other, at ${widest(result)} connections, with ${load.sessions.toLocaleString('en')} sessions in the database; above 1 is faster.`,
    )
    sections.push(
      againstTable(load, before?.load),
      '## With more connections',
      connectionsTable(load),
      '## Times, for what they are worth',
      timesTable(load),
    )
  }
  if (exact) {
    sections.push(
      `## What a request takes\n\nThe median of some requests of different athletes. Round trips and statements are counted on the wire, without those that begin and end transactions; rows are those that any node of a plan looked at (auto_explain), within functions and foreign keys too; WAL is that of the server around batches of requests, the least of them, without images of whole pages, of which there are more the more often the server makes a checkpoint.`,
    )
    sections.push(exactTable(exact, before?.exact))
  }
  if (growth) {
    sections.push(
      `## Growth with the athlete\n\nMilliseconds of CPU of the host for one request, and of waiting, by sessions in the athlete's log; one request after another.`,
    )
    sections.push(growthTable(growth, before?.growth))
  }
  if (database)
    sections.push(
      `## Growth with the database\n\nThe same athlete in a database of ${database.sessions.map((one) => one.toLocaleString('en')).join(' and of ')} sessions, in turn, with one connection.`,
      databaseTable(database),
    )
  if (pgbench)
    sections.push(
      `## Against pgbench\n\npgbench runs the floor's statements, prepared, with as many connections: PostgreSQL alone, without HTTP and tokens.`,
      pgbenchTable(pgbench),
    )
  if (unusedIndexes) sections.push(indexesSection(unusedIndexes))
  return sections
}

function widest({ load }: Result): number {
  const rows = [...(load?.rows ?? [])].sort((a, b) => Object.keys(b.cells).length - Object.keys(a.cells).length)
  return rows[0]?.connections ?? 0
}

function notRunOf({ notRun }: Result): string {
  const lines = Object.entries(notRun).map(([name, reason]) => `- **${name}**: ${reason}`)
  return lines.length === 0 ? '' : `## Not run\n\n${lines.join('\n')}`
}
