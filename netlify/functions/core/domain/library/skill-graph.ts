import type { EdgeKind, SkillEdge } from './edges.js'
import type { Groups } from './groups.js'
import type { ExerciseSlug } from './vocabulary.js'

/** Lists the exercises one step below in the same chain. */
export function easier(edges: readonly SkillEdge[], slug: ExerciseSlug): ExerciseSlug[] {
  return neighbours(edges, slug, 'regression')
}

/** Lists the exercises one step above in the same chain. */
export function harder(edges: readonly SkillEdge[], slug: ExerciseSlug): ExerciseSlug[] {
  return neighbours(edges, slug, 'progression')
}

/** Lists the variations of like difficulty. */
export function lateral(edges: readonly SkillEdge[], slug: ExerciseSlug): ExerciseSlug[] {
  return neighbours(edges, slug, 'lateral')
}

/**
 * Lists what must be mastered first: one exercise of every group; no groups when nothing is
 * required.
 */
export function prerequisites(edges: readonly SkillEdge[], slug: ExerciseSlug): Groups<ExerciseSlug> {
  const required = edges.filter(({ from, kind }) => from === slug && kind === 'prerequisite')
  const groups = [...new Set(required.map(({ group }) => group ?? 0))].sort((a, b) => a - b)
  return groups.map((wanted) => required.filter(({ group }) => (group ?? 0) === wanted).map(({ to }) => to))
}

function neighbours(edges: readonly SkillEdge[], slug: ExerciseSlug, kind: EdgeKind): ExerciseSlug[] {
  return edges.filter((item) => item.from === slug && item.kind === kind).map(({ to }) => to)
}
