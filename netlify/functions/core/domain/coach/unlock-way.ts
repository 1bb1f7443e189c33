import { exerciseIn, isUsable } from '#domain/library/library-facts.js'
import type { ExerciseId } from '#domain/values/id.schema.js'
import type { CoachExercise } from './coach-exercise.js'
import type { CoachView } from './coach-view.js'
import { countsAsMastered } from './counts-as-mastered.js'
import { easiestOf } from './difficulty-order.js'
import { standingOf } from './estimate.js'

/** The goal that each step leads to, by the step's exercise. */
export type GoalByStep = ReadonlyMap<ExerciseId, CoachExercise>

/**
 * Lists what to master, in which order, to reach a goal: depth first, from each group that does not
 * count yet the easiest alternative that can be done with the equipment at hand (of all, when none
 * can); the goal last. Empty when the goal is mastered: an estimate reaches no goal.
 */
export function unlockWay(goal: CoachExercise, view: CoachView): CoachExercise[] {
  const way = new Set<CoachExercise>()
  const visit = (exercise: CoachExercise): void => {
    if (way.has(exercise)) return
    for (const group of exercise.prerequisites) {
      const step = stepOf(group, view)
      if (step) visit(step)
    }
    way.add(exercise)
  }
  if (!standingOf(goal, view).mastered) visit(goal)
  return [...way]
}

/** Returns what lies on the ways to the athlete's goals; a step of several leads to the first. */
export function goalByStep(view: CoachView): GoalByStep {
  const steps = new Map<ExerciseId, CoachExercise>()
  for (const goal of view.athlete.goals.flatMap((id) => view.library.get(id) ?? [])) {
    for (const { id } of unlockWay(goal, view)) steps.set(id, steps.get(id) ?? goal)
  }
  return steps
}

/** Returns what a group asks for next; undefined when one of it counts. */
function stepOf(group: readonly ExerciseId[], view: CoachView): CoachExercise | undefined {
  const alternatives = group.map((id) => exerciseIn(view.library, id))
  if (alternatives.some((exercise) => countsAsMastered(exercise, view))) return undefined
  const usable = alternatives.filter((exercise) => !exercise.retired && isUsable(exercise, view.athlete.equipment))
  return easiestOf(usable.length > 0 ? usable : alternatives)
}
