import * as z from 'zod'

/** A number of a rule or of what it looked at; wide enough for every unit. */
const RuleNumber = z.number().min(-1_000_000).max(1_000_000)

/** The numbers of a rule, by name. */
export const Thresholds = z
  .record(z.string().max(40), RuleNumber)
  .meta({ id: 'Thresholds', description: 'The numbers of the rule', example: { daysBetweenTestsMin: 7 } })

/** What a rule looked at, by name; null where nothing is known. */
export const RuleInputs = z.record(z.string().max(40), RuleNumber.nullable()).meta({
  id: 'RuleInputs',
  description: 'What the rule looked at; null where nothing is known',
  example: { daysSinceTest: 9 },
})

export const RuleId = z
  .string()
  .max(60)
  .meta({ description: 'The rule, as a stable code', example: 'levelUp.cooldown' })

export const Explanation = z.string().max(400).meta({
  description: 'The same in a sentence',
  example: 'Your last test was 9 days ago; 7 days must lie between two tests.',
})

export const RulesVersion = z.string().max(20).meta({ description: 'The version of the rules', example: '2026.1' })

/**
 * The explanation that every rule gives: the first three fields are for programs, the last one for
 * people.
 */
export const reasonFields = { ruleId: RuleId, inputs: RuleInputs, thresholds: Thresholds, explanation: Explanation }

/** A probability. */
export const Share = z.number().min(0).max(1)
