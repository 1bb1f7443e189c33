import { type Aliases, type ExerciseAlias, listAliases } from '#domain/library/aliases.schema.js'
import type { LibraryExercise } from '#domain/library/exercise.schema.js'
import type { SeedLibrary } from '../library-seed/read-library.js'
import type { Finding } from './check.js'

const remedy = 'npm run db:seed'

type StoredRecord = Readonly<Record<string, unknown>> & { readonly slug: string }

/**
 * Lists exercises that are missing, that the files do not have, and that differ from them, with the
 * fields in which they do. Slugs that were once used in this database may be more than the files know.
 */
export function driftOf(
  stored: readonly StoredRecord[],
  storedAliases: Readonly<Record<string, Aliases>>,
  { exercises, aliases }: Pick<SeedLibrary, 'exercises' | 'aliases'>,
): Finding[] {
  const bySlug = new Map(
    stored.map((record) => [record.slug, { ...record, aliases: listAliases(storedAliases[record.slug] ?? {}) }]),
  )
  const slugs = new Set<string>(exercises.map(({ slug }) => slug))
  return [
    ...exercises.flatMap((exercise) =>
      differences({ ...exercise, aliases: listAliases(aliases[exercise.slug] ?? {}) }, bySlug.get(exercise.slug)),
    ),
    ...stored
      .filter(({ slug }) => !slugs.has(slug))
      .map(({ slug }) => ({ subject: slug, problem: `is not in the seed files, and not retired: ${remedy}` })),
  ]
}

function differences(
  exercise: LibraryExercise & { aliases: ExerciseAlias[] },
  stored: StoredRecord | undefined,
): Finding[] {
  const { slug, formerSlugs, ...fields } = exercise
  if (!stored) return [{ subject: slug, problem: `is missing: ${remedy}` }]
  const changed = Object.entries(fields).flatMap(([name, value]) => (isSame(value, stored[name]) ? [] : [name]))
  const kept = Array.isArray(stored.formerSlugs) ? stored.formerSlugs : []
  const lost = formerSlugs.some((former) => !kept.includes(former)) ? ['formerSlugs'] : []
  const all = [...changed, ...lost]
  if (all.length === 0) return []
  return [{ subject: slug, problem: `differs from the seed files in ${all.join(', ')}: ${remedy}` }]
}

/** Lists lateral pairs that only one side has. */
export function pairDrift(stored: readonly (readonly string[])[], { edges }: Pick<SeedLibrary, 'edges'>): Finding[] {
  const seeded = edges.filter(({ kind, from, to }) => kind === 'lateral' && from < to)
  const wanted = new Set(seeded.map(({ from, to }) => `${from} ~ ${to}`))
  const has = new Set(stored.map(([from, to]) => `${from} ~ ${to}`))
  return [
    ...[...wanted].filter((pair) => !has.has(pair)).map((subject) => ({ subject, problem: `is missing: ${remedy}` })),
    ...[...has]
      .filter((pair) => !wanted.has(pair))
      .map((subject) => ({ subject, problem: `is not in the seed files: ${remedy}` })),
  ]
}

/** Lists retired exercises whose successor is not in the library. */
export function lostSuccessors(
  retired: readonly { readonly slug: string; readonly replacedBy: string | null }[],
  stored: readonly StoredRecord[],
): Finding[] {
  const slugs = new Set(stored.map(({ slug }) => slug))
  return retired.flatMap(({ slug, replacedBy }) =>
    replacedBy === null || slugs.has(replacedBy)
      ? []
      : [{ subject: slug, problem: `is replaced by ${replacedBy}, which is not in the library: ${remedy}` }],
  )
}

/** Compares by what is written, whatever the order of an object's fields. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
