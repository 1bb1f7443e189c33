import * as z from 'zod'
import { Modifier } from '#domain/effort/modifier.schema.js'
import { ExerciseRef } from '#domain/library/exercise-ref.schema.js'
import { prescriptionFields } from '#domain/library/prescription.schema.js'
import { RecommendationId, SessionId } from '#domain/values/id.schema.js'
import { Instant, LocalDate } from '#domain/values/time.schema.js'
import { TrainingDecisionResource } from '#orchestration/training/decision.schema.js'
import { RulesVersion, Share } from '#orchestration/training/reason.schema.js'
import { NextWorkout } from './next-workout.schema.js'

/** As many exercises as a day of many sessions has. */
export const decisionsMax = 1000

/** More than an athlete would accept in a day. */
export const recommendationsMax = 50

const RecommendedBefore = z
  .strictObject({
    exercise: ExerciseRef,
    sets: prescriptionFields.sets,
    score: z.number().min(-10).max(10).meta({ description: 'Its score then', example: 0.95 }),
    propensity: Share.meta({ description: 'Probability with which it was chosen', example: 0.5 }),
    modifier: Modifier,
    rules: z
      .array(z.string().max(60))
      .max(10)
      .meta({ description: 'The rules that chose it', example: ['rung.next'] }),
  })
  .meta({ id: 'RecommendedBefore', description: 'An exercise as it was recommended' })

const Recommendation = z
  .strictObject({
    sessionId: SessionId.meta({ description: 'The session that was planned from it' }),
    acceptedAt: Instant,
    rulesVersion: RulesVersion,
    exercises: z.array(RecommendedBefore).max(50).meta({ description: 'In their order' }),
  })
  .meta({ id: 'Recommendation', description: 'A next workout that was accepted' })

const Shown = z
  .strictObject({
    id: RecommendationId,
    shownAt: Instant,
    rulesVersion: RulesVersion,
    answer: NextWorkout.nullable().meta({
      description: 'What was answered; null where it rests on health data that may not be used now',
    }),
  })
  .meta({ id: 'ShownRecommendation', description: 'An answer of `GET /me/next-workout`, as it was shown' })

/** What was recommended and decided on a day. */
export const DayOfRecommendations = z
  .strictObject({
    date: LocalDate,
    on: LocalDate.meta({ description: 'Another name of `date`', deprecated: true }),
    rulesVersions: z
      .array(RulesVersion)
      .max(20)
      .meta({ description: 'The versions of the rules that were applied', example: ['2026.1'] }),
    recommended: z.array(Recommendation).max(recommendationsMax).meta({ description: 'What was accepted, in order' }),
    shown: z
      .array(Shown)
      .max(recommendationsMax)
      .meta({ description: 'What was shown for the day, in order; kept for half a year' }),
    decisions: z
      .array(TrainingDecisionResource)
      .max(decisionsMax)
      .meta({ description: 'What was decided after the sessions of the day, as the log has them now' }),
  })
  .meta({ id: 'DayOfRecommendations', description: 'What was recommended and decided on a day' })
export type DayOfRecommendations = z.output<typeof DayOfRecommendations>
