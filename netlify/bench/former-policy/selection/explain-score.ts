import type { Category } from '#domain/library/vocabulary.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { counted, percent } from '#domain/values/in-words.js'
import type { Reason } from '#domain/values/reason.js'
import type { ScoreTerms } from './selection-score.js'

/** What a score was computed from. */
type Scored = { readonly pSuccess: number; readonly daysSince: number | null; readonly need: number }

/** A summand of a score with its reason. */
export type ExplainedTerm = Reason & {
  readonly term: keyof ScoreTerms
  /** How much it adds to the score; negative when it lowers it. */
  readonly contribution: number
}

/**
 * Explains the terms of an exercise's score, the weightiest first; `category` is the exercise's.
 */
export function explainScore(
  scored: Scored,
  terms: ScoreTerms,
  category: Category,
  rules: TrainingRules,
): ExplainedTerm[] {
  return selectionReasons(scored, terms).map((reason) => explainTerm(reason, category, rules))
}

/**
 * A reason that a program can read: a stable rule, the inputs it saw, and what it added to the
 * score.
 */
export type SelectionReason =
  | { readonly ruleId: 'MATCHES_LEVEL'; readonly pSuccess: number; readonly contribution: number }
  | { readonly ruleId: 'NOT_TRAINED_LATELY'; readonly daysSince: number | null; readonly contribution: number }
  | { readonly ruleId: 'CATEGORY_BEHIND'; readonly need: number; readonly contribution: number }
  | { readonly ruleId: 'RECENT_REGRESS'; readonly contribution: number }

/**
 * Lists the terms of a score as reasons, the weightiest first; terms that add nothing are left out.
 */
export function selectionReasons(facts: Scored, terms: ScoreTerms): SelectionReason[] {
  const reasons: SelectionReason[] = [
    { ruleId: 'MATCHES_LEVEL', pSuccess: facts.pSuccess, contribution: terms.fit },
    { ruleId: 'NOT_TRAINED_LATELY', daysSince: facts.daysSince, contribution: terms.recency },
    { ruleId: 'CATEGORY_BEHIND', need: facts.need, contribution: terms.need },
    { ruleId: 'RECENT_REGRESS', contribution: terms.regress },
  ]
  return reasons
    .filter(({ contribution }) => contribution !== 0)
    .sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution))
}

/**
 * Explains a reason: what it looked at, the numbers of its rule, and a sentence; `category` is the
 * exercise's.
 */
export function explainTerm(reason: SelectionReason, category: Category, rules: TrainingRules): ExplainedTerm {
  const shared = { ruleId: `selection.${reason.ruleId.toLowerCase()}`, contribution: reason.contribution }
  return { ...shared, ...explanationOf(reason, category, rules) }
}

type Explanation = Omit<ExplainedTerm, 'ruleId' | 'contribution'>

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
  return `Not trained for ${counted(days, 'day')}.`
}
