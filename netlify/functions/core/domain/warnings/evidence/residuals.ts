import type { SessionObservation } from '#domain/ability/two-hypotheses/reading.js'
import { estimateMax } from '#domain/effort/estimate-max.js'
import { exerciseIn, type LibraryFacts } from '#domain/library/library-facts.js'
import { type Category, categories } from '#domain/library/vocabulary.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { observationOf, tellsOfCategory } from '#domain/training/fold-ability.js'
import { residualOf } from '#domain/training/residual.js'
import type { LoggedSession } from '#domain/training/training-log.js'
import type { TrainingState } from '#domain/training/training-state.js'
import type { ExerciseId } from '#domain/values/id.schema.js'

/** How far a session lay from what was expected before it, in standard deviations. */
export type Residual = { readonly on: string; readonly z: number }

/** The residuals of the last sessions that measured something in a category, oldest first. */
export type Residuals = ReadonlyMap<Category, readonly Residual[]>

/** More than a warning looks at: sessions of days to come, after a flight west, are passed over. */
const residualsKept = 12

/**
 * Notes how far a session lies from what is expected before it, in each category that it measures.
 *
 * @param before the state just before the session.
 */
export function noteResiduals(
  residuals: Map<Category, readonly Residual[]>,
  session: LoggedSession,
  before: Pick<TrainingState, 'categories'>,
  library: MeasuredLibrary,
  rules: TrainingRules,
): void {
  for (const category of categories) {
    const observations = measuredIn(session, category, library, rules)
    if (observations.length === 0) continue
    const z = residualOf(before.categories.get(category), observations, session.date, rules)
    const earlier = residuals.get(category) ?? []
    residuals.set(category, [...earlier, { on: session.date, z }].slice(-residualsKept))
  }
}

type MeasuredLibrary = ReadonlyMap<ExerciseId, Pick<LibraryFacts, 'category' | 'slot' | 'metric'>>

/** Lists what a session measured in a category. Lower bounds tell nothing about a drop. */
function measuredIn(
  session: LoggedSession,
  category: Category,
  library: MeasuredLibrary,
  rules: TrainingRules,
): SessionObservation[] {
  return session.exercises.flatMap((exercise) => {
    const facts = exerciseIn(library, exercise.exerciseId)
    const isOfCategory = facts.category === category && tellsOfCategory(facts, rules)
    const observation = isOfCategory ? observationOf(exercise, facts, rules) : null
    return observation && !estimateMax(observation, rules).lowerBoundOnly ? [observation] : []
  })
}
