import type { EdgeKind } from './edges.js'
import type { ExerciseRef } from './exercise-ref.schema.js'
import { waysToMeet } from './groups.js'
import type { ExerciseProgressions } from './progressions.schema.js'
import { easier, harder, lateral, prerequisites } from './skill-graph.js'
import type { ExerciseSlug } from './vocabulary.js'

/** An exercise at the other end of an edge. */
export type Relative = { readonly kind: EdgeKind; readonly group: number | null; readonly exercise: ExerciseRef }

/**
 * Sorts the relatives of an exercise by what they are to it; each list keeps the order of
 * `relatives`.
 */
export function progressionsOf(exercise: ExerciseRef, relatives: readonly Relative[]): ExerciseProgressions {
  const { slug } = exercise
  const edges = relatives.map(({ kind, group, exercise: to }) => ({ from: slug, to: to.slug, kind, group }))
  const bySlug = new Map(relatives.map((relative) => [relative.exercise.slug, relative.exercise]))
  const refs = (slugs: readonly ExerciseSlug[]) => slugs.flatMap((to) => bySlug.get(to) ?? [])
  const requires = prerequisites(edges, slug).map(refs)
  return {
    exercise,
    requires: requires.map((anyOf) => ({ anyOf })),
    prerequisites: waysToMeet(requires),
    easier: refs(easier(edges, slug)),
    harder: refs(harder(edges, slug)),
    lateral: refs(lateral(edges, slug)),
  }
}
