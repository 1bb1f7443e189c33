import { addDays } from '#domain/calendar/days-between.js'
import { countSets } from '#domain/effort/set-counts.js'
import { exerciseIn, type Library } from '#domain/library/library-facts.js'
import { type Category, categories } from '#domain/library/vocabulary.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import type { LoggedExercise, TrainingLog } from '#domain/training/training-log.js'

/**
 * Counts the hard sets in each category in the last 14 days, today included. A set counts unless it
 * was rated as easy (below RPE 5), as `countSets` does.
 */
export function hardSets(
  trainingLog: TrainingLog,
  library: Library,
  today: string,
  rules: TrainingRules,
): Record<Category, number> {
  const from = addDays(today, 1 - rules.selection.need.windowDays)
  const counts = new Map<Category, number>(categories.map((category) => [category, 0]))
  for (const exercise of trainingLog.sessions
    .filter(({ date }) => date >= from)
    .flatMap(({ exercises }) => exercises)) {
    const { category } = exerciseIn(library, exercise.exerciseId)
    counts.set(category, (counts.get(category) ?? 0) + hardSetsOf(exercise, rules))
  }
  return Object.fromEntries(counts) as Record<Category, number>
}

function hardSetsOf({ sets }: LoggedExercise, rules: TrainingRules): number {
  const hard = sets.filter(({ rpe }) => rpe === null || rpe >= rules.effort.ratedRpeMin)
  return countSets(hard)
}
