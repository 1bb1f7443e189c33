import type { Metric } from '#domain/library/vocabulary.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { atStart, reducedSets, startSets } from './start-value.js'

export type LayoffFacts = {
  readonly metric: Metric
  readonly defaults: readonly number[]
  readonly working: readonly number[]
  /** Whole days without training. */
  readonly gapDays: number
}

export type LayoffDecision = {
  /** Share of the working sets kept, 0-1. */
  readonly factor: number
  readonly working: readonly number[]
  /** Share of the planned sets in each week of the transition; none after a short gap. */
  readonly weeklySetMultipliers: readonly number[]
  /** Whether to test the level anew. */
  readonly retest: boolean
  /** The targets cannot fall further: offer the prerequisite exercise first. */
  readonly restartAtPrerequisite: boolean
}

/**
 * The way back after a break (Bosquet 2013; Caterisano 2019, applied to sets; the tenths are
 * product defaults).
 */
export function layoff(facts: LayoffFacts, rules: TrainingRules): LayoffDecision {
  const { steps, tenthsAfter, transition, transitionAfter, retestDays } = rules.layoff
  const isWithin = ({ belowDays }: { readonly belowDays: number }) => facts.gapDays < belowDays
  const tenths = steps.find(isWithin)?.tenths ?? tenthsAfter
  const starts = startSets(facts.metric, facts.defaults, rules)
  const retest = facts.gapDays >= retestDays
  return {
    factor: tenths / 10,
    working: tenths === 10 ? facts.working : reducedSets(facts.working, starts, tenths),
    weeklySetMultipliers: transition.find(isWithin)?.multipliers ?? transitionAfter,
    retest,
    restartAtPrerequisite: retest && atStart(facts.working, starts),
  }
}
