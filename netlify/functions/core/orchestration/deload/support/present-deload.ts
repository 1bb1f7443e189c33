import type { Deload } from '#domain/recovery/begin-deload.js'
import type { CategoryBreak } from '#domain/recovery/breaks.js'
import { explainBreak } from '#domain/recovery/explain-return.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import type { CategoryReturn, DeloadResource } from './deload.schema.js'

/** What every deload asks for. */
export function deloadTerms({
  deload: { setsDivisor, rpeCap },
}: TrainingRules): Pick<DeloadResource, 'setsFactor' | 'rpeCap'> {
  return { setsFactor: 1 / setsDivisor, rpeCap }
}

/** A deload as it is answered. */
export function presentDeload({ createdAt, triggers, ...deload }: Deload, rules: TrainingRules): DeloadResource {
  return {
    ...deload,
    triggers: [...triggers],
    ...deloadTerms(rules),
    createdAt: createdAt.toISOString(),
  }
}

/** The way back of a category as it is answered. */
export function presentReturn(gap: CategoryBreak): CategoryReturn {
  const { weeklySetMultipliers, monthly, ...rest } = gap
  return {
    ...rest,
    weeklySetMultipliers: [...weeklySetMultipliers],
    ruleId: monthly ? 'layoff.monthly_return' : 'layoff.return',
    explanation: explainBreak(gap),
  }
}
