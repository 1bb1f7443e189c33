import { namedIn } from './groups.js'
import type { LibraryFault } from './library-fault.js'
import { type LibraryNode, nodesBySlug } from './library-node.js'

type Nodes = ReadonlyMap<string, LibraryNode>

/**
 * Lists what is wrong with the prerequisites: each alternative must exist, be easier and of no higher
 * level, and no exercise may lead to itself through others.
 */
export function checkPrerequisites(list: readonly LibraryNode[]): LibraryFault[] {
  const nodes = nodesBySlug(list)
  return list.flatMap((node) => [
    ...namedIn(node.prerequisites).flatMap((slug) => checkStep(node, slug, nodes.get(slug))),
    ...checkOwnCategory(node, nodes),
    ...checkCycle(node, nodes),
  ])
}

function checkStep({ slug, level, difficulty }: LibraryNode, to: string, required: LibraryNode | undefined) {
  if (required === undefined)
    return [fault('PREREQUISITE_UNKNOWN', slug, `requires ${to}, which is not in the library`)]
  const faults: LibraryFault[] = []
  if (required.level > level)
    faults.push(fault('PREREQUISITE_OF_HIGHER_LEVEL', slug, `level ${level} requires ${to} of level ${required.level}`))
  if (required.difficulty >= difficulty)
    faults.push(fault('PREREQUISITE_NOT_EASIER', slug, `${difficulty} requires ${to} of ${required.difficulty}`))
  return faults
}

/** Checks that every exercise above the foundation is a step from another of its own category. */
function checkOwnCategory({ slug, category, level, prerequisites }: LibraryNode, nodes: Nodes): LibraryFault[] {
  if (level === 0 || namedIn(prerequisites).some((required) => nodes.get(required)?.category === category)) return []
  return [fault('NO_PREREQUISITE_IN_CATEGORY', slug, `level ${level} requires no other exercise of ${category}`)]
}

/**
 * Checks that no exercise requires itself. Falling difficulties already rule this out; the check
 * proves it for the graph on its own.
 */
function checkCycle({ slug }: LibraryNode, nodes: Nodes): LibraryFault[] {
  if (!allRequired(slug, nodes).has(slug)) return []
  return [fault('PREREQUISITE_CYCLE', slug, 'requires itself, directly or through others')]
}

function allRequired(start: string, nodes: Nodes): ReadonlySet<string> {
  const seen = new Set<string>()
  const open = [start]
  for (let slug = open.pop(); slug !== undefined; slug = open.pop()) {
    const unseen = namedIn(nodes.get(slug)?.prerequisites ?? []).filter((required) => !seen.has(required))
    for (const required of unseen) seen.add(required)
    open.push(...unseen)
  }
  return seen
}

function fault(code: LibraryFault['code'], slug: string, detail: string): LibraryFault {
  return { code, slug, detail }
}
