import * as z from 'zod'
import type { LateralPair, LibraryExercise } from './exercise.schema.js'
import { namedIn } from './groups.js'
import type { ExerciseSlug } from './vocabulary.js'

/**
 * How `from` relates to `to`: it requires `to`, is followed by it, is preceded by it, or may be
 * swapped for it.
 */
export const edgeKinds = ['prerequisite', 'progression', 'regression', 'lateral'] as const
export const EdgeKind = z.enum(edgeKinds)
export type EdgeKind = z.output<typeof EdgeKind>

/**
 * A directed edge of the skill graph. Prerequisites of one `group` are alternatives, and of every group
 * one is required; the other kinds have no group.
 */
export type SkillEdge = {
  readonly from: ExerciseSlug
  readonly to: ExerciseSlug
  readonly kind: EdgeKind
  readonly group: number | null
}

/**
 * An edge with its place, from 1, in its group in the library's order; the place is always 1 for the
 * other kinds.
 */
export type ExerciseEdge = SkillEdge & { readonly position: number }

/**
 * Derives the edges of the skill graph, without duplicates, ordered by `from`, kind, `to`. A
 * prerequisite from another category (the ring dip of the ring muscle-up) opens the way but is no
 * step of the same chain, so it makes no progression.
 */
export function deriveEdges(
  exercises: readonly LibraryExercise[],
  lateralPairs: readonly LateralPair[],
): ExerciseEdge[] {
  const categoryOf = new Map(exercises.map(({ slug, category }) => [slug, category]))
  const edges = [
    ...exercises.flatMap((exercise) =>
      exercise.prerequisites.flatMap((group, index) =>
        group.map((required, place) => ({
          ...edge(exercise.slug, 'prerequisite', required, index + 1),
          position: place + 1,
        })),
      ),
    ),
    ...exercises.flatMap(({ slug, category, prerequisites }) =>
      namedIn(prerequisites)
        .filter((required) => categoryOf.get(required) === category)
        .flatMap((required) => stepOfChain(required, slug)),
    ),
    ...lateralPairs.flatMap(([one, other]) => [edge(one, 'lateral', other), edge(other, 'lateral', one)]),
  ]
  const byKey = new Map(edges.map((item) => [keyOf(item), item]))
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => item)
}

function stepOfChain(easier: ExerciseSlug, harder: ExerciseSlug): ExerciseEdge[] {
  return [edge(easier, 'progression', harder), edge(harder, 'regression', easier)]
}

function edge(from: ExerciseSlug, kind: EdgeKind, to: ExerciseSlug, group: number | null = null): ExerciseEdge {
  return { from, to, kind, group, position: 1 }
}

// a space sorts before every character of a slug, so that the order of the keys is the order of
// their parts
function keyOf({ from, kind, to, group }: ExerciseEdge): string {
  return [from, kind, to, group ?? ''].join(' ')
}
