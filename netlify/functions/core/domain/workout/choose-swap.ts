import type { CoachExercise } from '#domain/coach/coach-exercise.js'
import type { CoachView } from '#domain/coach/coach-view.js'
import { sitesEasing } from '#domain/coach/pain-effect.js'
import { slotKeyOf } from '#domain/coach/slot-key.js'
import { type TargetRule, targetsOf } from '#domain/coach/targets.js'
import { refuse } from '#domain/refusal.js'
import { explainNoSwap } from './explain-no-swap.js'
import { isNeighbour, optionOf, type SwapKind, type SwapOption, swapOptions } from './swap-options.js'

/** An exercise to swap: for a named one, or for the best one of a kind. */
export type SwapRequest = {
  readonly from: CoachExercise
  readonly to: CoachExercise | null
  readonly direction: SwapKind | null
  /** Ids of the exercises that the session already has. */
  readonly taken: readonly string[]
  /** The sets that are planned of the exercise. */
  readonly sets: number
}

/** The exercise that takes the place of another, its sets, and what else would fit. */
export type Swap = SwapOption & {
  readonly from: CoachExercise
  /** Reps or seconds, one number for each set. */
  readonly targets: readonly number[]
  readonly rule: TargetRule
  readonly alternatives: readonly SwapOption[]
}

/**
 * Chooses what an exercise is swapped for, from the same candidates as the next workout. An exercise
 * that the athlete names may also be an easier one of its slot or a neighbour in the skill graph
 * that the coach would not offer: they decide. Refuses with SWAP_NOT_POSSIBLE.
 */
export function chooseSwap(request: SwapRequest, view: CoachView): Swap {
  const { from, to, direction, taken, sets } = request
  const options = swapOptions(from, taken, view)
  const ofKind = options.filter(({ kind }) => direction === null || kind === direction)
  const chosen = to ? named(to, request, options, view) : ofKind[0]
  if (!chosen) return refuse('SWAP_NOT_POSSIBLE', explainNoSwap(request, options))
  const { exercise } = chosen
  const { targets, rule } = targetsOf(
    exercise,
    { sets, modifier: 'none', modifierLevels: 0, rpeCap: rpeCapOf(exercise, view) },
    view,
  )
  const alternatives = options.filter((option) => option.exercise.id !== exercise.id)
  return { ...chosen, from, targets, rule, alternatives }
}

/** Returns the exercise that the athlete named, if it is of the kind that they named, and no leap. */
function named(to: CoachExercise, { from, direction }: SwapRequest, options: readonly SwapOption[], view: CoachView) {
  const option = optionOf(from, to, view)
  const isOffered = options.some(({ exercise }) => exercise.id === to.id)
  const isBelow = slotKeyOf(from) === slotKeyOf(to) && to.difficulty < from.difficulty
  const isKnown = isOffered || isBelow || isNeighbour(from, to)
  return to.id !== from.id && isKnown && (direction === null || option.kind === direction) ? option : undefined
}

function rpeCapOf(exercise: CoachExercise, view: CoachView): number | null {
  const { athlete, rules } = view
  const { rpeCaps } = rules.coach.session
  const caps = [
    ...(sitesEasing(exercise.slot, view).length > 0 ? [rpeCaps.eased] : []),
    ...(athlete.deload ? [rpeCaps.deload] : []),
    ...(athlete.band === 'amber' ? [rpeCaps.amber] : []),
    ...(athlete.band === 'red' ? [rpeCaps.red] : []),
  ]
  return caps.length === 0 ? null : Math.min(...caps)
}
