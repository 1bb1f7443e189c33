import type * as z from 'zod'
import { LibraryExercise } from './exercise.schema.js'

/**
 * The part of an exercise that places it in the graph. It is parsed on its own, so that a wrong
 * tempo does not make everything that requires the exercise look wrong as well.
 */
export const LibraryNode = LibraryExercise.pick({
  slug: true,
  formerSlugs: true,
  name: true,
  category: true,
  level: true,
  difficulty: true,
  prerequisites: true,
}).strip()
export type LibraryNode = z.output<typeof LibraryNode>

/** Returns the exercises that can be placed, by slug; when several have one slug, the first. */
export function nodesBySlug(nodes: readonly LibraryNode[]): ReadonlyMap<string, LibraryNode> {
  const bySlug = new Map<string, LibraryNode>()
  for (const node of nodes) if (!bySlug.has(node.slug)) bySlug.set(node.slug, node)
  return bySlug
}
