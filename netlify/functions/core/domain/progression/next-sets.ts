import type { TrainingRules } from '#domain/rules/training-rules.js'
import type { ProgressState } from './progress-state.js'

type Sets = Pick<ProgressState, 'metric' | 'working' | 'defaults'>

/** Raises every working set by `steps` units, never above its default. */
export function raiseEverySet(sets: Sets, steps: number, rules: TrainingRules): number[] {
  const unit = rules.progression.unit[sets.metric]
  return sets.working.map((amount, index) => Math.min(sets.defaults[index] ?? amount, amount + steps * unit))
}

/**
 * Raises by one unit only the smallest set below its default (the first of them), never above its
 * default.
 */
export function raiseSmallestSet(sets: Sets, rules: TrainingRules): number[] {
  const raised = raiseEverySet(sets, 1, rules)
  const steps = sets.working.map((from, index) => ({ from, to: raised[index] ?? from }))
  const possible = steps.filter(({ from, to }) => from < to)
  const smallest = Math.min(...possible.map(({ from }) => from))
  const chosen = possible.find(({ from }) => from === smallest)
  return steps.map((step) => (step === chosen ? step.to : step.from))
}
