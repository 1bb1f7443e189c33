import { exitCodes } from '#infrastructure/command-line/exit-codes.js'
import { mark } from '#infrastructure/command-line/paint.js'
import { optionsOf, runCommand } from '#infrastructure/command-line/run-command.js'
import { describeTarget } from '#infrastructure/command-line/target.js'
import { type Config, parseDatabaseConfig, parseLibraryConfig } from '#infrastructure/config/config.js'
import { createDatabase } from './connection.js'
import { tellCaches } from './library-seed/tell-caches.js'
import { migrate, summaryOf } from './migrate.js'
import { markDisposable } from './queries/settings.js'
import { type LibraryReport, seedExercises } from './seed-exercises.js'
import { boundTo } from './unit-of-work.js'

export type SetupOptions = {
  readonly database: Config['database']
  /** Marks the database as disposable, so that demo data may be put into it. */
  readonly disposable?: boolean
  readonly log?: (line: string) => void
}

/** What `setup` changed. */
export type SetupReport = { readonly applied: readonly string[]; readonly library: LibraryReport }

/**
 * Makes a database ready to serve: migrates it, and seeds the exercise library. Whatever is ready
 * stays as it is.
 *
 * @throws CommandError as `migrate` and `seedExercises` do.
 */
export async function setup({ database: config, disposable = false, log }: SetupOptions): Promise<SetupReport> {
  const { applied } = await migrate({ url: config.directUrl, ...(log ? { log } : {}) })
  const database = boundTo(createDatabase(config), { kind: 'operator' })
  try {
    if (disposable) await database.batch([markDisposable({ now: new Date() })])
    const library = await seedExercises({ database, ...(log ? { log } : {}) })
    return { applied, library }
  } finally {
    await database.close()
  }
}

await runCommand(import.meta.url, async () => {
  const { values } = optionsOf({ disposable: { type: 'boolean' } }, 'npm run db:setup [-- --disposable]')
  const database = parseDatabaseConfig(process.env)
  const settings = parseLibraryConfig(process.env)
  console.log(`setting up ${describeTarget(database.url)}`)
  const report = await setup({ database, disposable: values.disposable === true, log: console.log })
  if (values.disposable) console.log(mark.done('marked as disposable'))
  await tellCaches({ settings, changes: report.library.changes, log: console.log })
  const changes =
    report.library.changes === 0 ? 'library unchanged' : `${report.library.changes} changes in the library`
  console.log(
    report.applied.length + report.library.changes === 0 ? 'already up to date' : `${summaryOf(report)}, ${changes}`,
  )
  return exitCodes.ok
})
