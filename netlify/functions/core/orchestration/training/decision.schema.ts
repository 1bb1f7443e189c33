import * as z from 'zod'
import { exerciseRefFields } from '#domain/library/exercise-ref.schema.js'
import { SetPrescription } from '#domain/library/sets.schema.js'
import { DecisionKind } from '#domain/progression/decision.schema.js'
import { SessionExerciseId, SessionId } from '#domain/values/id.schema.js'
import { LocalDate } from '#domain/values/time.schema.js'
import { Thresholds } from './reason.schema.js'

const { id, slug, name } = exerciseRefFields

const amounts = (description: string) =>
  z
    .array(z.number().min(0).max(3600))
    .max(100)
    .meta({ description, example: [8, 8, 7] })

const counter = (description: string) => z.int().min(0).max(10_000).meta({ description, example: 1 })

const workingSets = (description: string) => z.array(SetPrescription).max(20).meta({ description })

/** A decision after a session, with everything it was made from. */
export const TrainingDecisionResource = z
  .strictObject({
    sessionExerciseId: SessionExerciseId.meta({ description: 'The exercise of the session that it follows from' }),
    sessionId: SessionId,
    exercise: z.strictObject({ id, slug, name }).meta({ description: 'The exercise of the library' }),
    on: LocalDate,
    decision: DecisionKind.meta({ description: 'What was decided', example: 'progress' }),
    reason: z.string().max(40).meta({ description: 'Why, as a stable code', example: 'target_met' }),
    ruleId: z.string().max(60).meta({ description: 'The rule that decided', example: 'progression.target_met' }),
    rulesVersion: z.string().max(20).meta({ description: 'The version of the rules', example: '2026.1' }),
    inputs: z
      .strictObject({
        actual: amounts('What was done, set by set, in reps or seconds'),
        rpeLast: z.number().min(1).max(10).nullable().meta({ description: 'RPE of the last set', example: 8 }),
        pain: z.number().min(0).max(10).meta({ description: 'Worst pain of all sets', example: 0 }),
        defaults: amounts('The standard, set by set'),
        overStreak: counter('Sessions in a row beyond the target, before this one'),
        failStreak: counter('Misses in a row, before this one'),
        masteryCount: counter('Sessions in a row that met the standard, before this one'),
        targets: amounts('What it was held against, set by set; from the rules 2026.2 on').exactOptional(),
        counted: amounts('What each set counted for, where that is not what was done').exactOptional(),
        judgedAt: SessionExerciseId.exactOptional().meta({
          description:
            'The exercise of the session at which all sets of this exercise were judged, where it is another',
        }),
      })
      .meta({ id: 'DecisionInputs', description: 'What the rule looked at' }),
    thresholds: Thresholds.meta({ example: { twoStepsRpeMax: 6.5, oneStepRpeMax: 8 } }),
    workingBefore: workingSets('The working sets that it was judged by'),
    workingAfter: workingSets('The working sets from now on'),
    completion: z.number().min(0).max(1).meta({ description: 'Share of the working sets that was done', example: 1 }),
    overridden: z.boolean().meta({ description: 'The athlete put other working sets in place', example: false }),
    heldForReview: z.boolean().meta({
      description: 'A set is so far from what was known that it waits to be confirmed or corrected',
      example: false,
    }),
    explanation: z.string().max(400).meta({
      description: 'The decision in a sentence',
      example: 'You met 7, 7, 7 reps, so next time it is 8, 8, 8 reps.',
    }),
  })
  .meta({ id: 'TrainingDecision', description: 'A decision after a session, with its reasons' })
export type TrainingDecisionResource = z.output<typeof TrainingDecisionResource>

/** The version of an athlete's training; every change of a decision raises it. */
export const TrainingVersion = z.int().min(0).max(2_147_483_647).meta({
  description: 'Counts the changes of what the athlete\'s training rests on; `"3"` in If-Match names version 3',
  example: 3,
})

/** An exercise that a session unlocked. */
export const UnlockedExercise = z
  .strictObject({ id, slug, name })
  .meta({ id: 'UnlockedExercise', description: 'An exercise whose prerequisites are all mastered now' })
