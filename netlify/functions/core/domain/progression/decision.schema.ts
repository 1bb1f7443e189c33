import * as z from 'zod'

/** What a decision does with the working sets of an exercise. */
export const DecisionKind = z
  .enum(['progress', 'consolidate', 'hold', 'regress', 'swap_down', 'mastered'])
  .meta({ id: 'DecisionKind', description: 'What a decision does with the working sets', example: 'progress' })
export type DecisionKind = z.output<typeof DecisionKind>

/**
 * Why a decision was made. Facts keep these words for ever: a word that is out of use stays in the
 * list.
 */
export const DecisionReason = z.enum([
  'target_met',
  'two_for_two',
  'default_met_once',
  'default_met_twice',
  'at_limit',
  'missed',
  'repeated_miss',
  'floor_reached',
  'pain_caution',
  'pain_stop',
  'deload',
  'plan_met',
  'assisted',
  'met_at_limit',
  'mastered_already',
  'ceiling_met',
  'judged_together',
  'held_for_review',
  'category_pain',
])
export type DecisionReason = z.output<typeof DecisionReason>

/** The rule that decided, named by its reason. */
export const DecisionRuleId = z.templateLiteral(['progression.', DecisionReason])
export type DecisionRuleId = z.output<typeof DecisionRuleId>
