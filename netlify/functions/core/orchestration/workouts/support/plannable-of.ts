import type { LibraryFacts } from '#domain/library/library-facts.js'
import { setPrescriptions } from '#domain/library/sets.schema.js'
import type { PlannableExercise } from '#domain/session/plan-exercise.js'
import type { PersonalPrescriptions } from './read-workout-facts.js'

/** An exercise of the library as an athlete would plan it; its sets are given by the plan. */
export function plannableOf(facts: LibraryFacts, prescriptions: PersonalPrescriptions): PlannableExercise {
  const { id, slug, name, category, metric, unilateral, difficulty, defaults, tempo } = facts
  const own = prescriptions.get(id)
  return {
    exercise: { id, slug, name, category, metric, unilateral },
    difficulty,
    defaults: { sets: setPrescriptions(defaults, metric), tempo, restSeconds: own?.restSeconds ?? null, notes: null },
    personal: {
      sets: null,
      tempo: own?.tempo ?? null,
      restSeconds: own?.restSeconds ?? null,
      notes: own?.notes ?? null,
    },
  }
}
