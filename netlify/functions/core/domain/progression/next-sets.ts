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
  const canRise = (index: number) => (sets.working[index] ?? 0) < (sets.defaults[index] ?? 0)
  const smallest = Math.min(...sets.working.filter((_, index) => canRise(index)))
  const chosen = sets.working.findIndex((amount, index) => canRise(index) && amount === smallest)
  return sets.working.map((amount, index) => (index === chosen ? (raised[index] ?? amount) : amount))
}
