import * as z from 'zod'

// Closed lists of words that facts use. They stand here because the rooms that own them stand above
// the events. Facts keep these words for ever.

/** What a goal counts. */
export const GoalKind = z.enum(['reps', 'hold', 'skill', 'consistency']).meta({
  description:
    'Reps or seconds in one set, the standard of an exercise in every set, or sessions a week for four weeks in a row',
  example: 'reps',
})
export type GoalKind = z.output<typeof GoalKind>

/** Why a deload is due by the log, in the order in which it is reported. */
export const DeloadTrigger = z.enum(['regressions', 'high_rpe', 'low_readiness', 'scheduled'])
export type DeloadTrigger = z.output<typeof DeloadTrigger>

/** Why a deload was begun: by the log, or by the athlete without any of its reasons. */
export const DeloadReason = z.enum([...DeloadTrigger.options, 'by_hand'])
export type DeloadReason = z.output<typeof DeloadReason>
