import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { seedsFolder } from '#database/library-seed/read-library.js'
import { nameForms } from '#domain/library/name-forms.js'
import { folderWith } from './folder-with.js'

export type SeedRecord = { slug: string; [field: string]: unknown }

const names = ['levels.json', 'categories.json', 'exercises.json', 'lateral-edges.json', 'aliases.json'] as const

/** The texts of the library's seed files, by name. */
export const seedTexts = Object.fromEntries(names.map((name) => [name, readFileSync(join(seedsFolder, name), 'utf8')]))

/** Makes a folder with the library's files, with the exercises changed, or replaced by what is returned. */
export function changedLibrary(
  change: (records: SeedRecord[]) => unknown,
  more: Readonly<Record<string, string>> = {},
): string {
  const texts = { ...seedTexts, ...more }
  const records: SeedRecord[] = JSON.parse(texts['exercises.json'] ?? '')
  return folderWith({ ...texts, 'exercises.json': JSON.stringify(change(records) ?? records) })
}

/**
 * Makes a folder in which an exercise has another slug, wherever it is named; `formerSlugs` says what
 * the file tells of its slugs before.
 */
export function renamedLibrary(from: string, to: string, formerSlugs: readonly string[] = [from]): string {
  const renamed = Object.fromEntries(
    Object.entries(seedTexts).map(([name, text]) => [name, text.replaceAll(`"${from}"`, `"${to}"`)]),
  )
  const aliases = withoutName(renamed['aliases.json'] ?? '', to)
  return changedLibrary(
    (records) => {
      for (const record of records) if (record.slug === to) record.formerSlugs = formerSlugs
    },
    { ...renamed, 'aliases.json': aliases },
  )
}

/** Takes a name out of the other names of all exercises, in every way of writing it. */
function withoutName(aliases: string, name: string): string {
  const { compact } = nameForms(name)
  return JSON.stringify(JSON.parse(aliases), (_, value) =>
    Array.isArray(value) ? value.filter((alias) => nameForms(alias).compact !== compact) : value,
  )
}

/** Makes a folder without an exercise, wherever it is named; another one may stand in for it. */
export function libraryWithout(slug: string, successor?: string): string {
  const pairs: string[][] = JSON.parse(seedTexts['lateral-edges.json'] ?? '')
  const others = pairs.filter((pair) => !pair.includes(slug))
  const { [slug]: _, ...aliases }: Record<string, unknown> = JSON.parse(seedTexts['aliases.json'] ?? '')
  return changedLibrary(
    (records) =>
      records
        .filter((record) => record.slug !== slug)
        .map((record) => ({
          ...record,
          prerequisites: withoutAlternative(record.prerequisites, slug),
          ...(record.slug === successor ? { formerSlugs: [slug] } : {}),
        })),
    { 'lateral-edges.json': JSON.stringify(others), 'aliases.json': JSON.stringify(aliases) },
  )
}

function withoutAlternative(groups: unknown, slug: string): string[][] {
  return (groups as string[][]).map((group) => group.filter((item) => item !== slug)).filter(({ length }) => length > 0)
}
