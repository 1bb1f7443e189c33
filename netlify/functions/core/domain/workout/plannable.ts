import type { OwnPace } from '#domain/coach/advice/own-pace.js'
import type { LibraryFacts } from '#domain/library/library-facts.js'
import { setPrescriptions } from '#domain/library/sets.schema.js'
import type { PlannableExercise } from '#domain/session/plan-exercise.js'

/** How an athlete does an exercise, and what they bear in mind. */
export type OwnPrescription = OwnPace & { readonly notes: string | null }

/** Returns a library exercise in the form in which a session is planned; the plan gives its sets. */
export function plannableOf(facts: LibraryFacts, paces: readonly OwnPrescription[]): PlannableExercise {
  const { id, slug, name, category, metric, unilateral, difficulty, defaults, tempo, restSeconds } = facts
  const own = paces.find(({ exerciseId }) => exerciseId === id)
  return {
    exercise: { id, slug, name, category, metric, unilateral },
    difficulty,
    defaults: { sets: setPrescriptions(defaults, metric), tempo, restSeconds, notes: null },
    personal: {
      sets: null,
      tempo: own?.tempo ?? null,
      restSeconds: own?.restSeconds ?? null,
      notes: own?.notes ?? null,
    },
  }
}
