import { AliasesBySlug } from './aliases.schema.js'
import type { LibraryFault } from './library-fault.js'
import type { LibraryNode } from './library-node.js'
import { nameForms } from './name-forms.js'

type Owned = { readonly slug: string; readonly language: string; readonly text: string }

/**
 * Lists what is wrong with the other names of exercises: a name leads to one exercise, and each
 * language has it once. `slugs` are those of all exercises, also of the ones that cannot be placed.
 */
export function checkAliases(
  nodes: readonly LibraryNode[],
  slugs: ReadonlySet<string>,
  aliases: unknown,
): LibraryFault[] {
  const parsed = AliasesBySlug.safeParse(aliases)
  if (!parsed.success)
    return parsed.error.issues.map(({ path: [slug, ...rest], message }) => ({
      code: 'ALIAS_INVALID',
      slug: typeof slug === 'string' ? slug : null,
      detail: `aliases.json${rest.length > 0 ? ` ${rest.join('.')}` : ''}: ${message}`,
    }))
  const present = ownersOf(nodes, ({ name, slug }) => [name, slug])
  const former = ownersOf(nodes, ({ formerSlugs }) => formerSlugs)
  const taken = new Map<string, Owned>()
  return allAliases(parsed.data).flatMap((alias) => {
    const { compact } = nameForms(alias.text)
    const before = taken.get(compact)
    taken.set(compact, alias)
    if (!slugs.has(alias.slug)) return fault('ALIAS_UNKNOWN', alias, 'names an exercise that is not there')
    if (compact === '') return fault('ALIAS_INVALID', alias, 'has neither a letter nor a digit')
    const owner = present.get(compact) ?? former.get(compact) ?? before?.slug
    if (owner !== undefined && owner !== alias.slug) return fault('ALIAS_IN_USE', alias, `is what ${owner} is called`)
    if (present.has(compact)) return fault('ALIAS_TWICE', alias, 'is its name already')
    if (before?.language === alias.language)
      return fault('ALIAS_TWICE', alias, `is "${before.text}", written another way`)
    return []
  })
}

function allAliases(aliases: AliasesBySlug): Owned[] {
  return Object.entries(aliases).flatMap(([slug, byLanguage]) =>
    Object.entries(byLanguage).flatMap(([language, texts]) => texts.map((text) => ({ slug, language, text }))),
  )
}

/** Finds the exercise by each of its names, as names are compared. */
function ownersOf(
  nodes: readonly LibraryNode[],
  names: (node: LibraryNode) => readonly string[],
): ReadonlyMap<string, string> {
  return new Map(nodes.flatMap((node) => names(node).map((text) => [nameForms(text).compact, node.slug] as const)))
}

function fault(code: LibraryFault['code'], { slug, text }: Owned, what: string): LibraryFault {
  return { code, slug, detail: `"${text}" ${what}` }
}
