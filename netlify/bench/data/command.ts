import { availableParallelism } from 'node:os'
import { CommandError } from '#infrastructure/command-line/command-error.js'
import { exitCodes } from '#infrastructure/command-line/exit-codes.js'
import { mark } from '#infrastructure/command-line/paint.js'
import { ProgressBar } from '#infrastructure/command-line/progress-bar.js'
import { optionsOf, runCommand } from '#infrastructure/command-line/run-command.js'
import { describeTarget } from '#infrastructure/command-line/target.js'
import { athletesFor } from './athletes.js'
import { loadBenchData } from './load.js'
import { benchDataOptions, benchDataUsage } from './options.js'

const sessionsByDefault = 1_000_000
/** A thread makes rows about as fast as the server takes them, so each needs a core more. */
const threadsMax = 4

function countOf(name: string, given: string | undefined, otherwise: number): number {
  if (given === undefined) return otherwise
  if (/^[1-9]\d{0,8}$/.test(given)) return Number(given)
  throw new CommandError(exitCodes.usage, `--${name} takes a whole number from 1 on. Usage: ${benchDataUsage}`)
}

function targetUrl(given: string | undefined): string {
  const url = given ?? process.env.BENCH_DATABASE_URL
  if (url) return url
  throw new CommandError(exitCodes.usage, `No database is named. Usage: ${benchDataUsage}`)
}

/** The day before yesterday is over in every time zone. */
function lastDay(now: Date): string {
  return new Date(now.getTime() - 2 * 86_400_000).toISOString().slice(0, 10)
}

await runCommand(import.meta.url, async () => {
  const { values } = optionsOf(benchDataOptions, benchDataUsage)
  const url = targetUrl(values.url)
  const sessions = countOf('sessions', values.sessions, sessionsByDefault)
  const athletes = countOf('athletes', values.athletes, athletesFor(sessions))
  console.log(`loading ${sessions} sessions of ${athletes} athletes into ${describeTarget(url)}`)
  const bars = {
    sessions: new ProgressBar('sessions', sessions),
    days: new ProgressBar('athletes summed up', athletes),
  }
  await loadBenchData({
    url,
    sessions,
    athletes,
    seed: values.seed ?? 'bench',
    until: lastDay(new Date()),
    threads: Math.min(threadsMax, availableParallelism()),
    onSessions: (done) => bars.sessions.show(done),
    onSummaries: (done) => bars.days.show(done),
    onStep: (step, seconds) => console.log(mark.done(`${step} (${Math.round(seconds)} s)`)),
  })
  console.log('npm run db:rebuild compares what is stored with what follows from the facts')
  return exitCodes.ok
})
