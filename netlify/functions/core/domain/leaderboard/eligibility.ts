import type { TrainingRules } from '#domain/rules/training-rules.js'

/**
 * An athlete's part in a period. Leave out imported and back-dated sets before counting sessions.
 */
export type BoardMembership = { readonly optedIn: boolean; readonly sessions: number }

/**
 * Tells whether an athlete appears on a board: by their own choice, with three or more sessions in
 * the period. Product default.
 */
export function isOnBoard({ optedIn, sessions }: BoardMembership, rules: TrainingRules): boolean {
  return optedIn && sessions >= rules.leaderboard.sessionsMin
}

/**
 * Tells whether a bracket (age, sex, level) may be shown: only with five or more members. Product
 * default.
 */
export function isBracketShown(members: number, rules: TrainingRules): boolean {
  return members >= rules.leaderboard.bracketMembersMin
}

/**
 * Tells whether a set is held for review before it counts: above three times the athlete's own
 * estimated maximum. Product default.
 */
export function needsReview(actual: number, ownMaximum: number, rules: TrainingRules): boolean {
  return actual > rules.leaderboard.reviewFactor * ownMaximum
}
