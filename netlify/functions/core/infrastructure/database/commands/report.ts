import { addDays } from '#domain/calendar/days-between.js'
import { isoWeekOf, mondayOf } from '#domain/calendar/iso-week.js'
import { CommandError } from '#infrastructure/command-line/command-error.js'
import { exitCodes } from '#infrastructure/command-line/exit-codes.js'
import { optionsOf, runCommand } from '#infrastructure/command-line/run-command.js'
import { describeTarget } from '#infrastructure/command-line/target.js'
import { textTable } from '#infrastructure/command-line/text-table.js'
import { parseDatabaseConfig } from '#infrastructure/config/config.js'
import { createDatabase, type Database } from '../connection.js'
import {
  countSessionsOfAll,
  listWeeksOfAll,
  type WeekOfAll,
  weeklySummariesAsOf,
} from '../queries/weekly-workout-summary.js'
import { boundTo } from '../unit-of-work.js'

/**
 * Reports what all athletes together did today, in the running week and in the weeks before it. Days and
 * weeks are those of UTC; an athlete's session counts on the day of their own calendar.
 *
 * @param database the database, bound to the operator's identity.
 */
export async function report(database: Database, { weeks, now }: { weeks: number; now: Date }): Promise<string[]> {
  const today = now.toISOString().slice(0, 10)
  const running = mondayOf(today)
  const reads = [
    countSessionsOfAll({ on: today }),
    listWeeksOfAll({ from: addDays(running, -7 * weeks), running }),
    weeklySummariesAsOf({}),
  ] as const
  const [sessions, listed, asOf] = await database.batch(reads, { readOnly: true })
  return [
    `sessions of ${today}: ${sessions.map(({ status, sessions }) => `${sessions} ${status.replace('_', ' ')}`).join(', ') || 'none'}`,
    '',
    ...textTable(header, listed.map(cellsOf)),
    '',
    `${isoWeekOf(running)} is as of now, the weeks before it as of ${asOf?.toISOString() ?? 'when this database was made'}`,
  ]
}

const header = [
  'week',
  'athletes',
  'came back',
  'sessions',
  'of planned',
  'sets',
  'of planned',
  'reps',
  'held h',
  'hours',
]

function cellsOf(week: WeekOfAll): string[] {
  const hours = (minutes: number) => (minutes / 60).toFixed(1)
  return [
    isoWeekOf(week.weekStart),
    ...[week.athletes, week.cameBack, week.completedSessions, week.plannedSessions].map(String),
    ...[week.performedSets, week.plannedSets, week.reps].map(String),
    hours(week.holdSeconds / 60),
    hours(week.minutes),
  ]
}

await runCommand(import.meta.url, async () => {
  const { values } = optionsOf({ weeks: { type: 'string', default: '12' } }, 'npm run db:report [-- --weeks N]')
  const weeks = Number(values.weeks)
  if (!Number.isInteger(weeks) || weeks < 1 || weeks > 520) {
    throw new CommandError(exitCodes.usage, `--weeks is "${values.weeks}": give a whole number from 1 to 520`)
  }
  const config = parseDatabaseConfig(process.env)
  console.log(describeTarget(config.url))
  const database = createDatabase(config)
  try {
    for (const line of await report(boundTo(database, { kind: 'operator' }), { weeks, now: new Date() }))
      console.log(line)
    return exitCodes.ok
  } finally {
    await database.close()
  }
})
