import type { Beyond } from '../beyond-standard.js'
import type { CoachExercise, SlotKey } from '../coach-exercise.js'
import type { ChoiceRule } from '../recommendation.js'

/** What a slot, or a ladder of skills, would be trained with today. */
export type Choice = {
  readonly key: SlotKey
  readonly exercise: CoachExercise
  readonly beyond: Beyond
  readonly rpeCap: number | null
  /** Reps or seconds for as many sets as a session may have; it uses the first of them. */
  readonly targets: readonly number[]
  readonly rules: readonly ChoiceRule[]
}

/** A choice, and how many sets of it. */
export type Part = { readonly choice: Choice; readonly sets: number }

/** A session in the making, in the order in which it was filled. */
export type Draft = readonly Part[]

/** Returns the sets of what is counted; 0 when it is not in the draft. */
export function setsIn(draft: Draft, key: SlotKey): number {
  return draft.find(({ choice }) => choice.key === key)?.sets ?? 0
}

/** Returns the draft with so many sets of a choice: added at its end, or changed where it stands. */
export function withSets(draft: Draft, choice: Choice, sets: number): Draft {
  const isIn = draft.some((part) => part.choice.key === choice.key)
  if (!isIn) return [...draft, { choice, sets }]
  return draft.map((part) => (part.choice.key === choice.key ? { choice, sets } : part))
}

/** Returns the draft with one set less of what is counted. */
export function withOneSetLess(draft: Draft, key: SlotKey): Draft {
  return draft.map((part) => (part.choice.key === key ? { ...part, sets: part.sets - 1 } : part))
}

/** Returns the targets of a part, one for each of its sets. */
export function targetsIn({ choice, sets }: Part): readonly number[] {
  return choice.targets.slice(0, sets)
}
