import * as z from 'zod'
import { Modifier } from '#domain/effort/modifier.schema.js'
import { ExerciseRef } from '#domain/library/exercise-ref.schema.js'
import { prescriptionFields } from '#domain/library/prescription.schema.js'
import { Metric, Slot } from '#domain/library/vocabulary.js'
import { Explanation, reasonFields, Share } from '#orchestration/training/reason.schema.js'
import { CoachReason } from './coach-reason.schema.js'

const Points = z.number().min(-10).max(10)
export const Minutes = z.number().min(0).max(1440)
const seconds = z.int().min(0).max(86_400)

const Terms = z
  .strictObject({
    fit: Points.meta({ description: 'The chance of success', example: 0.7 }),
    recency: Points.meta({ description: 'Always 0: a rung is kept until there is a reason to change it', example: 0 }),
    need: Points.meta({ description: 'The share of the weekly sets that its slot lacks', example: 0.1 }),
    regress: Points.meta({ description: 'Always 0: what failed is not offered', example: 0 }),
  })
  .meta({ id: 'ScoreTerms', description: 'The summands of the score. They decide nothing any more: see `why`' })

const TermName = Terms.keyof().meta({ id: 'ScoreTerm', description: 'A summand of the score', example: 'fit' })

const Term = z
  .strictObject({
    term: TermName,
    contribution: Points.meta({ description: 'What it adds to the score', example: 0.7 }),
    ...reasonFields,
  })
  .meta({ id: 'ScoreReason', description: 'A summand of the score with its reason' })

const Adjustment = z
  .strictObject(reasonFields)
  .meta({ id: 'PlanAdjustment', description: 'Why planned sets differ from the working sets' })

/** Fields of before the coach, which keep their meaning or say that they have none. */
export const scoreFields = {
  pSuccess: Share.meta({ description: 'Chance to do all sets with one in reserve', example: 0.86 }),
  score: Points.meta({ description: 'The sum of the terms; it decides nothing any more', example: 0.95 }),
  terms: Terms,
  reasons: z.array(Term).max(4).meta({ description: 'Empty: see `why`' }),
}

/** How an exercise is done harder than it is described. */
const ModifierTerms = z
  .strictObject({
    modifier: Modifier,
    addedKg: z.number().min(0).max(300).meta({ description: 'Mass to add, in kilograms', example: 0 }),
    lowerSeconds: seconds.nullable().meta({ description: 'Seconds on the way down; null for as usual', example: 4 }),
    pauseSeconds: seconds
      .nullable()
      .meta({ description: 'Seconds still at the bottom; null for as usual', example: null }),
    explanation: Explanation.meta({ example: 'Slower: take 4 seconds on the way down.' }),
  })
  .meta({ id: 'ModifierTerms', description: 'How an exercise is done harder than it is described' })

export const rpeCap = z
  .number()
  .min(1)
  .max(10)
  .nullable()
  .meta({ description: 'No set should go beyond this RPE; null for no cap', example: null })

/** What is to be done of an exercise. */
export const plannedFields = {
  sets: prescriptionFields.sets,
  tempo: prescriptionFields.tempo,
  restSeconds: prescriptionFields.restSeconds,
  estimatedMinutes: Minutes.meta({ description: 'What the sets take, with their rests', example: 7.5 }),
  rpeCap,
  adjustments: z.array(Adjustment).max(3).meta({ description: 'Why the sets differ from the working sets' }),
}

export const coachedFields = {
  slot: Slot.meta({ description: 'What it is for', example: 'hpush' }),
  ladder: z.string().max(40).meta({ description: 'The line of exercises that it is a rung of', example: 'push-up' }),
  modifier: ModifierTerms,
  reserve: z.int().min(0).max(10).meta({ description: 'Stop each set when so many reps are left', example: 2 }),
  why: z
    .array(CoachReason)
    .max(6)
    .meta({ description: 'Why this exercise, why these sets, and why harder; empty in a slim answer' }),
}

export const RecommendedExercise = z
  .strictObject({
    exercise: ExerciseRef,
    metric: Metric.meta({ description: 'What a set counts', example: 'reps' }),
    unilateral: z.boolean().meta({ description: 'Sets are counted per side', example: false }),
    ...plannedFields,
    ...coachedFields,
    block: z.int().min(1).max(15).meta({
      description: 'Exercises of one block are done in turns, a set of each, with the rest after every set',
      example: 1,
    }),
    ...scoreFields,
    propensity: Share.meta({ description: 'Always 1: nothing is drawn any more', example: 1 }),
  })
  .meta({ id: 'RecommendedExercise', description: 'An exercise of the next workout, and why' })
