import * as z from 'zod'
import { ExerciseKey, ExerciseRef } from '#domain/library/exercise-ref.schema.js'
import { Level, Metric } from '#domain/library/vocabulary.js'
import { posted } from '#domain/values/posted.js'
import { RulesVersion } from '#orchestration/training/reason.schema.js'
import { LevelEstimateResource } from './estimate.schema.js'

const amount = (description: string) => z.int().min(0).max(3600).meta({ description, example: 12 })

const Threshold = z
  .strictObject({
    level: Level.meta({ description: 'The level that is spoken for', example: 2 }),
    atLeast: amount('From this many reps or seconds on, in one set'),
  })
  .meta({ id: 'AssessmentThreshold', description: 'From which answer on a level is spoken for' })

const Question = z
  .strictObject({
    exercise: ExerciseRef,
    metric: Metric.meta({ description: 'What is asked for: reps, or seconds of a hold', example: 'reps' }),
    question: z
      .string()
      .max(300)
      .meta({ description: 'The question', example: 'How many reps of Push-up can you do in one set, in good form?' }),
    thresholds: z.array(Threshold).max(5).meta({ description: 'What the answers speak for' }),
  })
  .meta({ id: 'AssessmentQuestion', description: 'A question of the self-assessment' })

/** The questions of the self-assessment. */
export const Assessment = z
  .strictObject({
    questions: z.array(Question).max(100).meta({ description: 'By category, the easiest first' }),
    rulesVersion: RulesVersion,
  })
  .meta({ id: 'Assessment', description: 'The short self-assessment that places an athlete' })

const assessed = Level.exactOptional().meta({ description: 'The level to start from', example: 2 })

/** A self-assessment: levels said outright, answers to the questions, or both. */
export const AssessLevels = posted({
  levels: posted({ Push: assessed, Pull: assessed, Squat: assessed })
    .optional()
    .meta({ description: 'Levels said outright; they count more than answers', example: { Push: 2, Pull: 1 } }),
  answers: z
    .array(z.strictObject({ exercise: ExerciseKey, max: amount('The most in one set; 0 for none') }))
    .max(100)
    .optional()
    .meta({ description: 'Answers to the questions', example: [{ exercise: 'push-up', max: 12 }] }),
})
  .refine(({ levels = {}, answers = [] }) => Object.keys(levels).length + answers.length > 0, {
    error: 'say something: a level or an answer',
    params: { code: 'REQUIRED' },
  })
  .meta({ id: 'AssessLevels', example: { levels: { Push: 2, Pull: 1, Squat: 2 } } })

/** Where a self-assessment has placed the athlete. */
export const AssessedLevels = z
  .strictObject({
    estimates: z.array(LevelEstimateResource).max(3).meta({ description: 'The categories that were spoken of' }),
  })
  .meta({ id: 'AssessedLevels', description: 'Where the self-assessment places the athlete, with all its uncertainty' })
