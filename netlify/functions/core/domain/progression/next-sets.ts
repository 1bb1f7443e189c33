import type { Metric } from '#domain/library/vocabulary.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { elementAt } from '#domain/values/element-at.js'
import type { ProgressState } from './progress-state.js'

type Sets = Pick<ProgressState, 'metric' | 'working' | 'defaults' | 'ceilings'>

/** Raises every working set by `steps` units, never above its ceiling. */
export function raiseEverySet(sets: Sets, steps: number, rules: TrainingRules): number[] {
  return sets.working.map((amount, index) =>
    Math.min(ceilingOf(sets, index), amount + steps * unitOf(sets, index, rules)),
  )
}

/** Tells whether a set can still rise. */
export function canRise(sets: Sets): boolean {
  return sets.working.some((amount, index) => amount < ceilingOf(sets, index))
}

/** Returns the most that a set rises to: its own amount when it stands above its ceiling. */
function ceilingOf({ working, defaults, ceilings = defaults }: Sets, index: number): number {
  const amount = elementAt(working, index)
  return Math.max(amount, ceilings[index] ?? amount)
}

function unitOf({ metric, working, defaults }: Sets, index: number, rules: TrainingRules): number {
  return smallestStep(metric, defaults[index] ?? elementAt(working, index), rules)
}

/** Returns the smallest step of a set, in reps or seconds, by the standard of its exercise. */
export function smallestStep(metric: Metric, standard: number, { progression: { unit } }: TrainingRules): number {
  return metric === 'reps' ? unit.reps : Math.max(unit.holdSecondsMin, Math.round(unit.holdShare * standard))
}

/** Raises by one unit only the smallest set below its ceiling (the first of them). */
export function raiseSmallestSet(sets: Sets, rules: TrainingRules): number[] {
  const raised = raiseEverySet(sets, 1, rules)
  const steps = sets.working.map((from, index) => ({ from, to: raised[index] ?? from }))
  const possible = steps.filter(({ from, to }) => from < to)
  const smallest = Math.min(...possible.map(({ from }) => from))
  const chosen = possible.find(({ from }) => from === smallest)
  return steps.map((step) => (step === chosen ? step.to : step.from))
}
