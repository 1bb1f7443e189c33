import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packFunctions } from '#local/pack/pack-functions.js'
import { type BenchDatabase, openBenchDatabase } from './database/bench-database.js'
import { findTargets, openTokens } from './database/targets.js'
import type { Ground, Subject } from './drive/subject.js'
import { whyNoPlans } from './exact/plans.js'
import { startFloors } from './floor/floor-subjects.js'
import { ourSubject } from './host/our-subject.js'
import { startHost } from './host/start-host.js'
import { bridge, installPackages } from './install.js'
import { machineNow } from './machine.js'
import type { OperationName } from './operations/ask.js'
import type { Options } from './options.js'
import { growthLine, loadLine } from './page/lines.js'
import { startPeers } from './peers/peers.js'
import { findPgbench } from './pgbench/run-pgbench.js'
import type { Result } from './result.js'
import { measureDatabases } from './sections/database.js'
import { measureExactly } from './sections/exact.js'
import { measureGrowth } from './sections/growth.js'
import { measureLoad } from './sections/load.js'
import { measurePgbench } from './sections/pgbench.js'
import { listUnusedIndexes } from './sections/unused-indexes.js'

/** Operations that are measured under load. */
const loaded: readonly OperationName[] = [
  ...(['library-list', 'exercise', 'week', 'session', 'today', 'next-workout', 'warnings'] as const),
  ...(['create-session', 'log-set', 'log-set-blind', 'complete-session', 'put-session'] as const),
]

/** How many connections every server is measured with. */
const everybodyAt = 16

/** The database that a large one is compared with, and where athletes of all histories are. */
const small = { sessions: 10_000, athletes: 200 }

type Run = {
  readonly serverUrl: string
  readonly functions: string
  readonly options: Options
  readonly log: (line: string) => void
}

/** Measures what the options ask for. */
export async function runBench(serverUrl: string, options: Options, log: (line: string) => void): Promise<Result> {
  await installPackages({ autocannon: '9.0.0', ...bridge })
  const packed = mkdtempSync(join(tmpdir(), 'calistheniq-bench-'))
  try {
    if (options.functions === null) await packFunctions(packed)
    return await measure({ serverUrl, functions: options.functions ?? packed, options, log })
  } finally {
    rmSync(packed, { recursive: true, force: true })
  }
}

async function measure(run: Run): Promise<Result> {
  const { options, serverUrl, log } = run
  const { only, sessions, athletes } = options
  const result: { -readonly [Part in keyof Result]: Result[Part] } = {
    machine: await machineNow(serverUrl),
    notRun: {},
  }
  if (only.has('load') || only.has('exact')) {
    const database = await openBenchDatabase(serverUrl, { sessions, athletes }, log)
    Object.assign(result, await measureOn(database, run))
    await database.end()
  }
  if (only.has('growth')) {
    const size = sessions < small.sessions ? { sessions, athletes } : small
    const database = await openBenchDatabase(serverUrl, size, log)
    const { functions } = run
    result.growth = await measureGrowth(database, {
      functions,
      times: options.times,
      log: (row) => log(growthLine(row)),
    })
    await database.end()
  }
  if (only.has('database')) result.database = await compareDatabases(run)
  return result
}

async function measureOn(database: BenchDatabase, run: Run): Promise<Partial<Result>> {
  const { options, functions, log } = run
  const ground: Ground = { url: database.url, targets: await findTargets(database.url, await openTokens(database.url)) }
  const exact = options.only.has('exact') ? await countOn(ground, functions) : {}
  if (!options.only.has('load')) return exact
  const host = await startHost({ functions, url: ground.url, processes: options.processes })
  const ours = ourSubject(host, ground)
  const others = options.only.has('peers') ? await startPeers(ground) : { subjects: [], notRun: {} }
  const subjects: Subject[] = [ours, ...(await startFloors(ground)), ...others.subjects]
  const plan = { operations: loaded, everybodyAt, ...options }
  const load = await measureLoad(subjects, ground, plan, (row) => log(loadLine(row)))
  const bare = options.only.has('pgbench') ? await pgbenchOn(ours, ground, options) : { notRun: {} }
  for (const { server } of subjects) await server.end()
  const unusedIndexes = await listUnusedIndexes(ground.url)
  return { ...exact, load, unusedIndexes, ...bare, notRun: { ...exact.notRun, ...others.notRun, ...bare.notRun } }
}

async function pgbenchOn(ours: Subject, ground: Ground, options: Options): Promise<Pick<Result, 'pgbench' | 'notRun'>> {
  const program = findPgbench()
  if (program === null) return { notRun: { pgbench: 'the program is not on the path' } }
  const pgbench = await measurePgbench(program, ours, ground, { ...options, connections: everybodyAt })
  return { pgbench, notRun: {} }
}

async function countOn(ground: Ground, functions: string): Promise<Partial<Result>> {
  const reason = await whyNoPlans(ground.url)
  const exact = await measureExactly(functions, ground, loaded)
  return { exact, notRun: reason === null ? {} : { 'rows and pages': reason } }
}

async function compareDatabases({ serverUrl, functions, options, log }: Run) {
  const large = { sessions: options.sessions, athletes: options.athletes }
  const databases = [
    await openBenchDatabase(serverUrl, small, log),
    await openBenchDatabase(serverUrl, large, log),
  ] as const
  const section = await measureDatabases([databases[0], databases[1]], {
    functions,
    operations: loaded,
    rounds: options.rounds,
    requests: 60,
  })
  for (const database of databases) await database.end()
  return section
}
