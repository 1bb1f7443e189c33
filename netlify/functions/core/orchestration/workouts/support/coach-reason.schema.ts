import * as z from 'zod'
import { Explanation, RuleId, Thresholds } from '#orchestration/training/reason.schema.js'

const RuleInput = z.union([
  z.number().min(-1_000_000_000).max(1_000_000_000),
  z.string().max(100),
  z.boolean(),
  z.array(z.string().max(100)).max(20),
  z.null(),
])

/** A rule of the coach with what it looked at, and one plain sentence. */
export const CoachReason = z
  .strictObject({
    ruleId: RuleId.meta({ description: 'The rule, as a stable code', example: 'rung.next' }),
    inputs: z.record(z.string().max(40), RuleInput).meta({
      description: 'What the rule looked at, by name; null where nothing is known',
      example: { from: 'incline-push-up', chance: 0.82 },
    }),
    thresholds: Thresholds.meta({ example: { threshold: 0.7 } }),
    explanation: Explanation.meta({ example: 'The next one after Incline Push-up, which you have mastered.' }),
  })
  .meta({ id: 'CoachReason', description: 'A rule of the coach, what it looked at, and one sentence' })
