import { type Library, type LibraryFacts, libraryOf, offeredIn } from '#domain/library/library-facts.js'
import { setPrescriptions } from '#domain/library/sets.schema.js'
import type { RuleBook } from '#domain/rules/rule-book.js'
import type { PlannableExercise } from '#domain/session/plan-exercise.js'
import type { ExerciseId } from '#domain/values/id.schema.js'

/** What every life is lived in. */
export type World = {
  readonly library: Library
  /** The exercises that can be chosen, the easiest first. */
  readonly offered: readonly LibraryFacts[]
  readonly plannable: ReadonlyMap<ExerciseId, PlannableExercise>
  readonly ruleBook: RuleBook
  /** The last day that has passed. */
  readonly until: string
  /** The day from which on everybody's sessions have exercises. */
  readonly detailedFrom: string
}

export function worldOf(
  facts: readonly LibraryFacts[],
  given: Pick<World, 'ruleBook' | 'until' | 'detailedFrom'>,
): World {
  const library = libraryOf(facts)
  const offered = offeredIn(library).toSorted((a, b) => a.difficulty - b.difficulty || (a.slug < b.slug ? -1 : 1))
  return { ...given, library, offered, plannable: new Map(offered.map((one) => [one.id, plannableOf(one)])) }
}

function plannableOf(facts: LibraryFacts): PlannableExercise {
  const { id, slug, name, category, metric, unilateral, difficulty, bodyMassFraction, tempo, restSeconds } = facts
  return {
    exercise: { id, slug, name, category, metric, unilateral },
    difficulty,
    bodyMassFraction,
    defaults: { sets: setPrescriptions(facts.defaults, metric), tempo, restSeconds, notes: null },
    personal: { sets: null, tempo: null, restSeconds: null, notes: null },
  }
}
