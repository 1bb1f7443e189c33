import { exerciseIn, type Library, type LibraryFacts } from '#domain/library/library-facts.js'
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
  /**
   * Whether the step is still to be done: it is not mastered, and it is the goal or a prerequisite
   * of another needed step.
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
}

/** Lists what to master, in which order, to reach a goal, and marks what is done already. */
export function skillPath(goal: LibraryFacts, { library, state, owned }: PathFacts, rules: TrainingRules): SkillPath {
  const mastered = [...state.exercises.values()].filter(isMastered).map(({ exerciseId }) => exerciseId)
  const graph = chosenGraph(library, new Set(mastered), owned)
  const needed = new Set(unlockPath(graph, mastered, goal.id))
  const steps = unlockPath(graph, [], goal.id).map((id) =>
    stepOf(exerciseIn(library, id), graph, library, state, needed, rules),
  )
  return { steps, next: steps.find((step) => step.needed)?.exercise ?? null }
}

function stepOf(
  exercise: LibraryFacts,
  graph: PrerequisiteGraph<ExerciseId>,
  library: Library,
  state: TrainingState,
  needed: ReadonlySet<ExerciseId>,
  rules: TrainingRules,
): PathStep {
  const standing = standingIn(state, exercise.id)
  return {
    exercise,
    mastered: isMastered(standing),
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
function progressOf({ metric, defaults }: LibraryFacts, standing: ExerciseStanding, rules: TrainingRules): number {
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
