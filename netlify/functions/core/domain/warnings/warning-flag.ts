import * as z from 'zod'
import type { Metric } from '#domain/library/vocabulary.js'

/** Every kind of warning, as stable codes, in the order in which they are reported. */
export const FlagCode = z
  .enum([
    'PAIN_HIGH',
    'PAIN_PERSISTENT',
    'SESSION_SPIKE',
    'MONOTONY',
    'STRAIN',
    'LOAD_RATIO',
    'PUSH_PULL_BALANCE',
    'ASYMMETRY',
    'PERFORMANCE_DROP',
    'RPE_DRIFT',
    'VOLUME_HIGH',
  ])
  .meta({ id: 'WarningCode', description: 'What the warning is about', example: 'PAIN_HIGH' })
export type FlagCode = z.output<typeof FlagCode>

/** How much attention a warning deserves. */
export const FlagSeverity = z
  .enum(['red', 'amber', 'info'])
  .meta({ id: 'WarningSeverity', description: 'How much attention a warning deserves', example: 'amber' })
export type FlagSeverity = z.output<typeof FlagSeverity>

/** How much attention all warnings together deserve. */
export const OverallSeverity = z
  .enum(['green', 'amber', 'red'])
  .meta({ id: 'OverallSeverity', description: 'How much attention all warnings together deserve', example: 'green' })
export type OverallSeverity = z.output<typeof OverallSeverity>

export type Flag = { readonly code: FlagCode; readonly severity: FlagSeverity }

/** What the warnings look at; null skips the rule. Lists are oldest first. */
export type FlagFacts = {
  /** Pain 0-10 of the last 7 days. */
  readonly pain7Days: readonly number[] | null
  /** Pain 0-10 at one site in the last 3 sessions. */
  readonly painLast3SameSite: readonly number[] | null
  /**
   * Time loads (kg x s) of one category: of the session, of the sessions in the 30 days before it,
   * and of the last three.
   */
  readonly sessionLoad: number | null
  readonly prior30Days: readonly number[] | null
  readonly priorLast3: readonly number[] | null
  readonly monotony: number | null
  /** Load of the last seven days, AU. */
  readonly weekTotal: number | null
  /** Mean weekly load of the four weeks before, AU. */
  readonly own4WeekMean: number | null
  readonly strain: number | null
  /** One value for each week. */
  readonly strainHistory: readonly number[] | null
  readonly ewmaRatio: number | null
  readonly pushSets28Days: number | null
  readonly pullSets28Days: number | null
  readonly leftRight: readonly (readonly [left: number, right: number])[] | null
  readonly leftRightMetric: Metric
  /** Standardised residuals of performance (`standardisedResidual`), one per session. */
  readonly performanceZ: readonly number[] | null
  /** RPE of the same work, 1-10. */
  readonly rpeSameWork: readonly number[] | null
  /** Hard sets of one category in the last seven days. */
  readonly categorySets7Days: number | null
  /** Mean of its hard sets in the weeks before; null unless all of them were weeks of training. */
  readonly categorySetsUsual: number | null
}

/**
 * Facts of which none is known, so that every rule is skipped. Spread them, and add what is known.
 */
export const noFlagFacts: FlagFacts = {
  pain7Days: null,
  painLast3SameSite: null,
  sessionLoad: null,
  prior30Days: null,
  priorLast3: null,
  monotony: null,
  weekTotal: null,
  own4WeekMean: null,
  strain: null,
  strainHistory: null,
  ewmaRatio: null,
  pushSets28Days: null,
  pullSets28Days: null,
  leftRight: null,
  leftRightMetric: 'reps',
  performanceZ: null,
  rpeSameWork: null,
  categorySets7Days: null,
  categorySetsUsual: null,
}
