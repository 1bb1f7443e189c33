import { type CountsAsMastered, exerciseIn, type Library, type LibraryFacts } from '#domain/library/library-facts.js'
import { startSets } from '#domain/progression/start-value.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { type ExerciseStanding, standingIn, type TrainingState } from '#domain/training/training-state.js'
import type { ExerciseId } from '#domain/values/id.schema.js'
import { sum } from '#domain/values/statistics.js'
import { chosenGraph } from './chosen-graph.js'
import { type PrerequisiteGraph, unlockPath } from './unlock-path.js'

/** A step on the way to a goal. */
export type PathStep = {
  readonly exercise: LibraryFacts
  readonly mastered: boolean
  /** Whether it counts as mastered for what builds on it, mastered or not. */
  readonly counts: boolean
  /**
   * Whether the step is still to be done: it does not count as mastered, and another needed step
   * builds on it; or it is the goal, which has to be mastered.
   */
  readonly needed: boolean
  /** Sessions in a row that met the standard. */
  readonly masteryCount: number
  /** 0 (never trained) to 1 (mastered). */
  readonly progress: number
  /** What it is reached by on this way: one exercise of each group that it requires. */
  readonly prerequisites: readonly LibraryFacts[]
}

export type SkillPath = {
  /** Prerequisites in the library's order, each after its own, with the goal last. */
  readonly steps: readonly PathStep[]
  /** The first step that is needed; its prerequisites are done. Null when the goal is mastered. */
  readonly next: LibraryFacts | null
}

/** What a path is computed from; `owned` is the athlete's equipment. */
export type PathFacts = {
  readonly library: Library
  readonly state: TrainingState
  readonly owned: readonly string[]
  readonly counts: CountsAsMastered
}

/** Lists what to master, in which order, to reach a goal, and marks what is done already. */
export function skillPath(goal: LibraryFacts, facts: PathFacts, rules: TrainingRules): SkillPath {
  const { library, state, owned, counts } = facts
  const graph = chosenGraph(library, counts, owned)
  const isDone = (exercise: LibraryFacts) =>
    exercise === goal ? isMastered(standingIn(state, goal.id)) : counts(exercise)
  const all = unlockPath(graph, [], goal.id)
  const done = all.filter((id) => isDone(exerciseIn(library, id)))
  const needed = new Set(unlockPath(graph, done, goal.id))
  const steps = all.map((id) => stepOf(exerciseIn(library, id), facts, graph, needed, rules))
  return { steps, next: steps.find((step) => step.needed)?.exercise ?? null }
}

function stepOf(
  exercise: LibraryFacts,
  { library, state, counts }: PathFacts,
  graph: PrerequisiteGraph<ExerciseId>,
  needed: ReadonlySet<ExerciseId>,
  rules: TrainingRules,
): PathStep {
  const standing = standingIn(state, exercise.id)
  return {
    exercise,
    mastered: isMastered(standing),
    counts: counts(exercise),
    needed: needed.has(exercise.id),
    masteryCount: standing.masteryCount,
    progress: progressOf(exercise, standing, rules),
    prerequisites: (graph.get(exercise.id) ?? []).map((id) => exerciseIn(library, id)),
  }
}

function isMastered({ masteredAt }: ExerciseStanding): boolean {
  return masteredAt !== null
}

/**
 * Computes progress, 0-1: it grows from the start values to the defaults, and then with each
 * session that meets them.
 */
export function progressOf(
  { metric, defaults }: LibraryFacts,
  standing: ExerciseStanding,
  rules: TrainingRules,
): number {
  if (isMastered(standing)) return 1
  if (standing.working === null || standing.sessionsCount === 0) return 0
  const start = sum(startSets(metric, defaults, rules))
  const range = sum(defaults) - start
  const done = Math.max(0, sum(standing.working) - start)
  const working = range <= 0 ? 1 : Math.min(1, done / range)
  const met = Math.min(1, standing.masteryCount / rules.progression.hit.masteryAt)
  const { workingShare } = rules.path
  return workingShare * working + (1 - workingShare) * met
}
