import type { LibraryFault } from './library-fault.js'
import type { LibraryNode } from './library-node.js'
import { categories, levels } from './vocabulary.js'

/**
 * The fewest exercises that every level of every category offers, so that there is something to
 * choose from.
 */
export const exercisesPerCellMin = 6

/**
 * Lists what is wrong with the exercises as a set: repeated slugs and names, and cells with too few
 * exercises to choose from.
 */
export function checkCollection(nodes: readonly LibraryNode[]): LibraryFault[] {
  return [
    ...repeated(nodes.map(({ slug }) => slug)).map(
      (slug): LibraryFault => ({ code: 'DUPLICATE_SLUG', slug, detail: 'more than one exercise has this slug' }),
    ),
    ...repeated(nodes.map(({ name }) => name)).map(
      (name): LibraryFault => ({
        code: 'DUPLICATE_NAME',
        slug: nodes.findLast((node) => node.name === name)?.slug ?? null,
        detail: `more than one exercise is called ${name}`,
      }),
    ),
    ...checkFormerSlugs(nodes),
    ...categories.flatMap((category) => levels.flatMap((level) => checkCell(nodes, category, level))),
  ]
}

/** Checks that a former slug leads to one exercise: nobody has it, and no other one had it. */
function checkFormerSlugs(nodes: readonly LibraryNode[]): LibraryFault[] {
  const slugs = new Set<string>(nodes.map(({ slug }) => slug))
  const twice = repeated(nodes.flatMap(({ formerSlugs }) => formerSlugs))
  return nodes.flatMap(({ slug, formerSlugs }) => [
    ...formerSlugs
      .filter((former) => slugs.has(former))
      .map(faultOf('FORMER_SLUG_IN_USE', slug, 'an exercise is called')),
    ...formerSlugs
      .filter((former) => twice.includes(former))
      .map(faultOf('FORMER_SLUG_TWICE', slug, 'not only this was')),
  ])
}

function faultOf(code: LibraryFault['code'], slug: string, what: string) {
  return (former: string): LibraryFault => ({ code, slug, detail: `${what} ${former}` })
}

function checkCell(nodes: readonly LibraryNode[], category: string, level: number): LibraryFault[] {
  const count = nodes.filter((node) => node.category === category && node.level === level).length
  if (count >= exercisesPerCellMin) return []
  const detail = `${category} level ${level} has ${count} exercises, fewer than ${exercisesPerCellMin}`
  return [{ code: 'CELL_TOO_SMALL', slug: null, detail }]
}

function repeated(items: readonly string[]): string[] {
  return [...new Set(items.filter((item, index) => items.indexOf(item) !== index))]
}
