import { ruleBookOf } from './rule-book.js'
import { rules2026v1, rules2026v2 } from './training-rules.js'

/**
 * The rules of this release. Only the edges read them (functions, commands, tests) and pass them
 * on: everything inside takes rules as an argument, so that what an earlier version decided stays.
 */
export const ruleBook = ruleBookOf(rules2026v2, [rules2026v1])

/** The rules by which this release decides now. */
export const rulesInForce = ruleBook.inForce
