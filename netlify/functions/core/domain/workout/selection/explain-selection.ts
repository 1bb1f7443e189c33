import type { ScoreTerms } from './selection-score.js'

/**
 * A reason a program can read: a stable rule, the inputs it saw, and what it added to the score.
 */
export type SelectionReason =
  | { readonly ruleId: 'MATCHES_LEVEL'; readonly pSuccess: number; readonly contribution: number }
  | { readonly ruleId: 'NOT_TRAINED_LATELY'; readonly daysSince: number | null; readonly contribution: number }
  | { readonly ruleId: 'CATEGORY_BEHIND'; readonly need: number; readonly contribution: number }
  | { readonly ruleId: 'RECENT_REGRESS'; readonly contribution: number }

/** The terms of a score as reasons, the weightiest first; terms that add nothing are left out. */
export function explainSelection(
  facts: { readonly pSuccess: number; readonly daysSince: number | null; readonly need: number },
  terms: ScoreTerms,
): SelectionReason[] {
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
