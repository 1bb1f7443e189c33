import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as z from 'zod'
import { AliasesBySlug } from '#domain/library/aliases.schema.js'
import { checkLibrary } from '#domain/library/check-library.js'
import { deriveEdges, type ExerciseEdge } from '#domain/library/edges.js'
import { LateralPair, LibraryExercise } from '#domain/library/exercise.schema.js'
import { LibraryCategory, LibraryLevel } from '#domain/library/reference.schema.js'
import { CommandError } from '#infrastructure/command-line/command-error.js'
import { exitCodes } from '#infrastructure/command-line/exit-codes.js'
import { mark } from '#infrastructure/command-line/paint.js'

/** The folder with the library's seed files. */
export const seedsFolder = fileURLToPath(new URL('../../../../../../seeds', import.meta.url))

/** The library read from the seed files, checked. */
export type SeedLibrary = {
  readonly levels: readonly LibraryLevel[]
  readonly categories: readonly LibraryCategory[]
  readonly exercises: readonly LibraryExercise[]
  readonly edges: readonly ExerciseEdge[]
  readonly aliases: AliasesBySlug
}

/**
 * Reads the library from `levels.json`, `categories.json`, `exercises.json`, `lateral-edges.json` and
 * `aliases.json`.
 *
 * @throws CommandError (found) that lists every fault of every file at once.
 */
export function readLibrary(folder: string = seedsFolder): SeedLibrary {
  const levels = parse(folder, 'levels.json', z.array(LibraryLevel))
  const categories = parse(folder, 'categories.json', z.array(LibraryCategory))
  const records = parse(folder, 'exercises.json', z.array(z.unknown()))
  const pairs = parse(folder, 'lateral-edges.json', z.array(z.unknown()))
  const aliases = parse(folder, 'aliases.json', z.unknown())
  const faults = [levels, categories, records, pairs, aliases].flatMap((file) => file.faults)
  faults.push(
    ...checkLibrary(records.data ?? [], pairs.data ?? [], aliases.data ?? {}).map(
      ({ code, slug, detail }) => `${code} ${slug ?? 'exercises.json'}: ${detail}`,
    ),
  )
  if (faults.length > 0) throw faulty(faults)
  const exercises = z.array(LibraryExercise).parse(records.data)
  const edges = deriveEdges(exercises, z.array(LateralPair).parse(pairs.data))
  return {
    levels: levels.data ?? [],
    categories: categories.data ?? [],
    exercises,
    edges,
    aliases: AliasesBySlug.parse(aliases.data),
  }
}

type Parsed<Data> = { readonly data: Data | null; readonly faults: readonly string[] }

function parse<Data>(folder: string, name: string, schema: z.ZodType<Data>): Parsed<Data> {
  try {
    const parsed = schema.safeParse(JSON.parse(readFileSync(join(folder, name), 'utf8')))
    if (parsed.success) return { data: parsed.data, faults: [] }
    return {
      data: null,
      faults: parsed.error.issues.map((issue) => `${name} ${issue.path.join('.')}: ${issue.message}`),
    }
  } catch (error) {
    return { data: null, faults: [`${name} cannot be read: ${error instanceof Error ? error.message : error}`] }
  }
}

function faulty(faults: readonly string[]): CommandError {
  const count = faults.length === 1 ? 'one fault' : `${faults.length} faults`
  return new CommandError(
    exitCodes.found,
    `The library has ${count}; nothing was written:\n${faults.map((fault) => mark.wrong(fault)).join('\n')}`,
  )
}
