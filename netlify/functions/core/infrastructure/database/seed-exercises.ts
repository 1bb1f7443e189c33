import { namesOf } from '#domain/library/exercise-names.js'
import { exitCodes } from '#infrastructure/command-line/exit-codes.js'
import { mark } from '#infrastructure/command-line/paint.js'
import { optionsOf, runCommand } from '#infrastructure/command-line/run-command.js'
import { describeTarget } from '#infrastructure/command-line/target.js'
import { parseDatabaseConfig, parseLibraryConfig } from '#infrastructure/config/config.js'
import { createDatabase, type Database } from './connection.js'
import { readLibrary } from './library-seed/read-library.js'
import { storedExercise } from './library-seed/stored-exercise.js'
import { tellCaches } from './library-seed/tell-caches.js'
import { listCalled, replaceNames } from './queries/exercise-names.js'
import { lockLibrary, renameExercises, retireExercises, settleNames } from './queries/library-renames.js'
import {
  replaceEdges,
  type UpsertCounts,
  upsertCategories,
  upsertExercises,
  upsertLevels,
} from './queries/library-upserts.js'
import { boundTo } from './unit-of-work.js'

export type SeedExercisesOptions = {
  /** The database, bound to the operator's identity. */
  readonly database: Database
  readonly folder?: string | undefined
  readonly now?: Date
  readonly log?: (line: string) => void
}

/**
 * How many exercises were inserted, updated, renamed, retired or left alone, and how many rows of the
 * whole library changed.
 */
export type LibraryReport = {
  readonly exercises: UpsertCounts & { readonly renamed: number; readonly retired: number; readonly unchanged: number }
  readonly changes: number
}

/**
 * Brings the library in the database up to the seed files, in one batch with one statement for each
 * kind of change, and then the names by which its exercises are found, which follow from it. Exercises are matched by slug, or by a former one, and keep their id. One that is no
 * longer in the files is retired, and stays, because athletes may have trained it.
 *
 * @throws CommandError (found) with every fault of the files, before anything is written.
 */
export async function seedExercises(options: SeedExercisesOptions): Promise<LibraryReport> {
  const { database, folder, now = new Date(), log = () => undefined } = options
  const library = readLibrary(folder)
  const { levels, categories, edges } = library
  const exercises = JSON.stringify(library.exercises.map((exercise) => storedExercise(exercise, library.aliases)))
  const [, ofLevels, ofCategories, renamed, retired, ofExercises, settled, ofEdges, called] = await database.batch([
    lockLibrary({}),
    upsertLevels({ levels: JSON.stringify(levels) }),
    upsertCategories({ categories: JSON.stringify(categories) }),
    renameExercises({ exercises, now }),
    retireExercises({ exercises, now }),
    upsertExercises({ exercises, now }),
    settleNames({ exercises, now }),
    replaceEdges({ edges: JSON.stringify(edges) }),
    listCalled({}),
  ])
  const names = called.flatMap((exercise) => namesOf(exercise, exercise.aliases))
  const [, ofNames] = await database.batch([lockLibrary({}), replaceNames({ names: JSON.stringify(names) })])
  const { inserted, updated } = ofExercises
  log(lineOf('levels', levels.length, ofLevels))
  log(lineOf('categories', categories.length, ofCategories))
  log(lineOf('exercises', library.exercises.length, { inserted, updated, renamed: renamed.length, retired }))
  log(lineOf('edges', edges.length, ofEdges))
  log(lineOf('names', names.length, ofNames))
  const unchanged = library.exercises.length - inserted - updated
  const rows = [ofLevels, ofCategories, { inserted, updated }, ofEdges, ofNames].flatMap((counts) =>
    Object.values(counts),
  )
  return {
    exercises: { inserted, updated, renamed: renamed.length, retired, unchanged },
    changes: rows.reduce((sum, count) => sum + count, renamed.length + retired + settled),
  }
}

type Counts = { readonly inserted: number } & Partial<
  Readonly<Record<'updated' | 'renamed' | 'retired' | 'deleted', number>>
>

/**
 * Sums up a table in one line: "194 exercises: 3 updated, 191 unchanged". What was renamed may have
 * been updated too.
 */
function lineOf(
  what: string,
  total: number,
  { inserted, updated = 0, renamed = 0, retired = 0, deleted = 0 }: Counts,
): string {
  const unchanged = total - inserted - updated
  const counts = { new: inserted, renamed, updated, retired, deleted, unchanged }
  const shown = Object.entries(counts).filter(([, count]) => count > 0)
  const line = `${total} ${what}: ${shown.map(([word, count]) => `${count} ${word}`).join(', ')}`
  return total === unchanged && renamed + retired + deleted === 0 ? mark.skipped(line) : mark.done(line)
}

await runCommand(import.meta.url, async () => {
  optionsOf({}, 'npm run db:seed')
  const config = parseDatabaseConfig(process.env)
  const settings = parseLibraryConfig(process.env)
  console.log(`seeding the library of ${describeTarget(config.url)}`)
  const database = boundTo(createDatabase(config), { kind: 'operator' })
  try {
    const { changes } = await seedExercises({ database, log: console.log })
    await tellCaches({ settings, changes, log: console.log })
    console.log(changes === 0 ? 'already up to date' : `${changes} changes`)
  } finally {
    await database.close()
  }
  return exitCodes.ok
})
