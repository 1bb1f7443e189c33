import type { Category } from '#domain/library/vocabulary.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { percent } from '#domain/values/percent.js'
import type { SelectionReason } from './explain-selection.js'
import type { ScoreTerms } from './selection-score.js'

/** A summand of a score with its reason. */
export type ExplainedTerm = {
  readonly term: keyof ScoreTerms
  readonly ruleId: string
  /** What it adds to the score, or takes from it. */
  readonly contribution: number
  /** Null where nothing is known. */
  readonly inputs: Readonly<Record<string, number | null>>
  readonly thresholds: Readonly<Record<string, number>>
  readonly explanation: string
}

/**
 * Says of a reason what it looked at, by which numbers, and the same in a sentence; `category` is
 * the exercise's.
 */
export function explainTerm(reason: SelectionReason, category: Category, rules: TrainingRules): ExplainedTerm {
  const shared = { ruleId: `selection.${reason.ruleId.toLowerCase()}`, contribution: reason.contribution }
  return { ...shared, ...explanationOf(reason, category, rules) }
}

type Explanation = Pick<ExplainedTerm, 'term' | 'inputs' | 'thresholds' | 'explanation'>

function explanationOf(reason: SelectionReason, category: Category, rules: TrainingRules): Explanation {
  const { successTarget, tooEasyPenalty, recency, need, regressPenalty } = rules.selection
  switch (reason.ruleId) {
    case 'MATCHES_LEVEL':
      return {
        term: 'fit',
        inputs: { pSuccess: reason.pSuccess },
        thresholds: { successTarget, tooEasyPenalty },
        explanation: `Matches your level: ${percent(reason.pSuccess)} chance to do it with one in reserve.`,
      }
    case 'NOT_TRAINED_LATELY':
      return {
        term: 'recency',
        inputs: { daysSince: reason.daysSince },
        thresholds: { weight: recency.weight, daysMax: recency.daysMax },
        explanation: notTrainedFor(reason.daysSince),
      }
    case 'CATEGORY_BEHIND':
      return {
        term: 'need',
        inputs: { need: reason.need },
        thresholds: { weight: need.weight, targetShare: need.targetShare, windowDays: need.windowDays },
        explanation: `${category} is behind its share of the last ${need.windowDays} days.`,
      }
    case 'RECENT_REGRESS':
      return {
        term: 'regress',
        inputs: {},
        thresholds: { regressPenalty },
        explanation: 'Its target was taken back the last time.',
      }
    default:
      return reason satisfies never
  }
}

function notTrainedFor(days: number | null): string {
  if (days === null) return 'Never trained yet.'
  return `Not trained for ${days} ${days === 1 ? 'day' : 'days'}.`
}
