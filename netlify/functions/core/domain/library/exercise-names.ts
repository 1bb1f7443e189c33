import { type Aliases, listAliases } from './aliases.schema.js'
import { type NameForms, nameForms } from './name-forms.js'

/** What a name is to its exercise; the first ones count for more when several are alike. */
export const nameKinds = ['name', 'slug', 'former', 'alias'] as const
export type NameKind = (typeof nameKinds)[number]

/** One name by which an exercise is found. */
export type ExerciseName = NameForms & {
  readonly slug: string
  readonly kind: NameKind
  readonly language: string
}

type Named = { readonly slug: string; readonly name: string; readonly formerSlugs: readonly string[] }

/** Lists the names by which an exercise is found, each spelling once. */
export function namesOf({ slug, name, formerSlugs }: Named, aliases: Aliases): ExerciseName[] {
  const written: readonly (readonly [NameKind, string, string])[] = [
    ['name', 'en', name],
    ['slug', 'en', slug],
    ...formerSlugs.map((former) => ['former', 'en', former] as const),
    ...listAliases(aliases).map((alias) => ['alias', alias.language, alias.name] as const),
  ]
  const byCompact = new Map<string, ExerciseName>()
  for (const [kind, language, text] of written) {
    const forms = nameForms(text)
    if (!byCompact.has(forms.compact)) byCompact.set(forms.compact, { slug, kind, language, ...forms })
  }
  return [...byCompact.values()]
}
