import { type RuleBook, ruleBookOf } from '#domain/rules/rule-book.js'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { deepFreeze } from '#domain/values/deep-readonly.js'

/** A rules version in which every number is different. */
export const movedRules: TrainingRules = deepFreeze({
  ...(moved(rulesInForce) as typeof rulesInForce),
  version: 'moved',
})

/** The rule book of a release that has the moved rules in force, and knows today's. */
export const laterRuleBook: RuleBook = ruleBookOf(movedRules, [rulesInForce])

function moved(value: unknown): unknown {
  if (typeof value === 'number') return value === 0 ? 1 : value * 1.5
  if (Array.isArray(value)) return value.map(moved)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, moved(part)]))
}
