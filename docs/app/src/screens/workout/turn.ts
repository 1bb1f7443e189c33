import type { SessionExercise } from '@calistheniq/client'
import { isDone, setsDone } from './next-set.js'

/** An exercise that somebody opened by hand, and how many sets it had then. */
export type Choice = { readonly id: string; readonly sets: number }

/**
 * Tells whose turn it is: the exercise that was chosen, until its sets are done; else the first that
 * is not done, and in a group the one with the fewest sets, so that its exercises alternate.
 */
export function inTurn(exercises: readonly SessionExercise[], choice: Choice | null): string | null {
  const chosen = exercises.find(({ id }) => id === choice?.id)
  if (chosen && (!isDone(chosen) || chosen.sets.length === choice?.sets)) return chosen.id
  const open = exercises.filter((exercise) => !isDone(exercise))
  const group = open[0]?.planned.group ?? null
  const together = group === null ? open.slice(0, 1) : open.filter(({ planned }) => planned.group === group)
  return together.toSorted((one, other) => setsDone(one) - setsDone(other))[0]?.id ?? null
}
