import { MappedExercise } from './graph.schema.js'
import type { LibraryFacts } from './library-facts.js'
import { setPrescriptions } from './sets.schema.js'

/** Returns what a map of the skill graph shows of an exercise. */
export function mappedExercise(exercise: LibraryFacts): MappedExercise {
  const { slug, name, category, level, difficulty, slot, ladder, metric, unilateral, equipment, defaults } = exercise
  const standard = setPrescriptions(defaults, metric)
  const shown = { slug, name, category, level, difficulty, slot, ladder, metric, unilateral, equipment, standard }
  return MappedExercise.parse(shown)
}
