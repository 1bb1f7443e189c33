import * as z from 'zod'

// Closed lists of words that facts use. They stand here because the rooms that own them stand above
// the events. Facts keep these words for ever.

/** What a goal counts. */
export const GoalKind = z.enum(['reps', 'hold', 'skill', 'consistency']).meta({
  id: 'GoalKind',
  description:
    'Reps or seconds in one set, the standard of an exercise in every set, or sessions a week for four weeks in a row',
  example: 'reps',
})
export type GoalKind = z.output<typeof GoalKind>

/** Reasons in the log for which a deload is due, in the order in which they are reported. */
export const DeloadTrigger = z
  .enum(['regressions', 'high_rpe', 'low_readiness', 'scheduled'])
  .meta({ id: 'DeloadTriggerCode', description: 'A reason in the log for an easier week', example: 'scheduled' })
export type DeloadTrigger = z.output<typeof DeloadTrigger>

/** Why a deload was begun: for reasons in the log, or by the athlete without any of them. */
export const DeloadReason = z.enum([...DeloadTrigger.options, 'by_hand']).meta({
  id: 'DeloadReason',
  description: "Why an easier week began: a reason in the log, or the athlete's choice",
  example: 'by_hand',
})
export type DeloadReason = z.output<typeof DeloadReason>
