import { exitCodes } from '#infrastructure/command-line/exit-codes.js'
import { mark } from '#infrastructure/command-line/paint.js'
import { optionsOf, runCommand } from '#infrastructure/command-line/run-command.js'
import { describeTarget } from '#infrastructure/command-line/target.js'
import { parseDatabaseConfig, parseLibraryConfig } from '#infrastructure/config/config.js'
import { createDatabase, type Database } from './connection.js'
import { readLibrary } from './library-seed/read-library.js'
import { storedExercise } from './library-seed/stored-exercise.js'
import { tellCaches } from './library-seed/tell-caches.js'
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
 * How many exercises were inserted, updated or left alone, and how many rows of the whole library
 * changed.
 */
export type LibraryReport = {
  readonly exercises: UpsertCounts & { readonly unchanged: number }
  readonly changes: number
}

/**
 * Brings the library in the database up to the seed files, in one batch with one statement per
 * table. Exercises are matched by slug and keep their id; an exercise that is no longer in the
 * files stays, because athletes may have trained it.
 *
 * @throws CommandError (found) with every fault of the files, before anything is written.
 */
export async function seedExercises(options: SeedExercisesOptions): Promise<LibraryReport> {
  const { database, folder, now = new Date(), log = () => undefined } = options
  const { levels, categories, exercises, edges } = readLibrary(folder)
  const [ofLevels, ofCategories, ofExercises, ofEdges] = await database.batch([
    upsertLevels({ levels: JSON.stringify(levels) }),
    upsertCategories({ categories: JSON.stringify(categories) }),
    upsertExercises({ exercises: JSON.stringify(exercises.map(storedExercise)), now }),
    replaceEdges({ edges: JSON.stringify(edges) }),
  ])
  log(lineOf('levels', levels.length, ofLevels))
  log(lineOf('categories', categories.length, ofCategories))
  log(lineOf('exercises', exercises.length, ofExercises))
  log(lineOf('edges', edges.length, ofEdges))
  const all = [ofLevels, ofCategories, ofExercises, ofEdges].flatMap((counts) => Object.values(counts))
  return {
    exercises: { ...ofExercises, unchanged: exercises.length - ofExercises.inserted - ofExercises.updated },
    changes: all.reduce((sum, count) => sum + count, 0),
  }
}

/** Sums up a table in one line: "194 exercises: 3 updated, 191 unchanged". */
function lineOf(
  what: string,
  total: number,
  { inserted, updated = 0, deleted = 0 }: Partial<UpsertCounts> & { inserted: number; deleted?: number },
): string {
  const counts = { new: inserted, updated, deleted, unchanged: total - inserted - updated }
  const shown = Object.entries(counts).filter(([, count]) => count > 0)
  const line = `${total} ${what}: ${shown.map(([word, count]) => `${count} ${word}`).join(', ')}`
  return inserted + updated + deleted === 0 ? mark.skipped(line) : mark.done(line)
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
