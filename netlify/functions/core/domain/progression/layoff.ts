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

/** The way back after a gap, the same for every exercise. */
export type WayBack = {
  /** Share of the working sets kept, 0-1. */
  readonly factor: number
  /** Share of the planned sets in each week of the transition; none after a short gap. */
  readonly weeklySetMultipliers: readonly number[]
  /** Whether to test the level again. */
  readonly retest: boolean
}

export type LayoffDecision = WayBack & {
  readonly working: readonly number[]
  /** Whether the targets cannot fall further: offer the prerequisite exercise first. */
  readonly restartAtPrerequisite: boolean
}

/**
 * Decides how an exercise comes back after a break (Bosquet 2013; Caterisano 2019, applied to sets;
 * the tenths are product defaults).
 */
export function layoff(facts: LayoffFacts, rules: TrainingRules): LayoffDecision {
  const way = wayBack(facts.gapDays, rules)
  const tenths = tenthsKept(facts.gapDays, rules)
  const starts = startSets(facts.metric, facts.defaults, rules)
  return {
    ...way,
    working: reducedSets(facts.working, starts, tenths),
    restartAtPrerequisite: way.retest && atStart(facts.working, starts),
  }
}

/** Returns the way back after days without training. */
export function wayBack(gapDays: number, rules: TrainingRules): WayBack {
  const { transition, transitionAfter, retestDays } = rules.layoff
  return {
    factor: tenthsKept(gapDays, rules) / 10,
    weeklySetMultipliers: transition.find(({ belowDays }) => gapDays < belowDays)?.multipliers ?? transitionAfter,
    retest: gapDays >= retestDays,
  }
}

/** Returns the length of the longest transition, in weeks. */
export function transitionWeeksMax({ layoff: { transition, transitionAfter } }: TrainingRules): number {
  return Math.max(transitionAfter.length, ...transition.map(({ multipliers }) => multipliers.length))
}

/**
 * Returns how many sets are left of a number of sets on the way back: a share of them (0-1), at
 * least one.
 */
export function setsOnReturn(count: number, multiplier: number): number {
  return Math.max(1, Math.round(multiplier * count))
}

function tenthsKept(gapDays: number, { layoff: { steps, tenthsAfter } }: TrainingRules): number {
  return steps.find(({ belowDays }) => gapDays < belowDays)?.tenths ?? tenthsAfter
}
