import * as z from 'zod'
import { ExerciseRef } from '#domain/library/exercise-ref.schema.js'
import { prescriptionFields } from '#domain/library/prescription.schema.js'
import { Category, categories, ExerciseSlug, Metric, PainSite, Tag } from '#domain/library/vocabulary.js'
import { LocalDate } from '#domain/values/time.schema.js'
import { LeftOutBar } from '#domain/workout/workout.js'
import { Explanation, RulesVersion, reasonFields, Share } from '#orchestration/training/reason.schema.js'

const Points = z.number().min(-10).max(10)
const Minutes = z.number().min(0).max(1440)

const Terms = z
  .strictObject({
    fit: Points.meta({ description: 'How well its difficulty fits', example: 0.7 }),
    recency: Points.meta({ description: 'How long it was not trained', example: 0.2 }),
    need: Points.meta({ description: 'How far its category is behind', example: 0.1 }),
    regress: Points.meta({ description: 'Negative when its target was taken back the last time', example: 0 }),
  })
  .meta({ id: 'ScoreTerms', description: 'The summands of the score' })

const Term = z
  .strictObject({
    term: Terms.keyof().meta({ description: 'The summand', example: 'fit' }),
    contribution: Points.meta({ description: 'What it adds to the score', example: 0.7 }),
    ...reasonFields,
  })
  .meta({ id: 'ScoreReason', description: 'A summand of the score with its reason' })

const Adjustment = z
  .strictObject(reasonFields)
  .meta({ id: 'PlanAdjustment', description: 'Why planned sets differ from the working sets' })

/** Why an exercise was chosen. */
export const scoreFields = {
  pSuccess: Share.meta({ description: 'Chance to do the first set with one in reserve', example: 0.86 }),
  score: Points.meta({ description: 'The sum of the terms', example: 0.95 }),
  terms: Terms,
  reasons: z.array(Term).max(4).meta({ description: 'The terms with their reasons, the weightiest first' }),
}

/** Why the sets are as they are. */
export const plannedFields = {
  sets: prescriptionFields.sets,
  tempo: prescriptionFields.tempo,
  restSeconds: prescriptionFields.restSeconds,
  estimatedMinutes: Minutes.meta({ description: 'What the sets take, with their rests', example: 7.5 }),
  rpeCap: z
    .number()
    .min(1)
    .max(10)
    .nullable()
    .meta({ description: 'No set should go beyond this RPE; null for no cap', example: null }),
  adjustments: z.array(Adjustment).max(3).meta({ description: 'Why the sets differ from the working sets' }),
}

const WorkoutExercise = z
  .strictObject({
    exercise: ExerciseRef,
    metric: Metric.meta({ description: 'What a set counts', example: 'reps' }),
    unilateral: z.boolean().meta({ description: 'Sets are counted per side', example: false }),
    ...plannedFields,
    ...scoreFields,
    propensity: Share.meta({
      description: 'Probability with which it was chosen among exercises of almost the same score',
      example: 0.5,
    }),
  })
  .meta({ id: 'RecommendedExercise', description: 'An exercise of the next workout, and why' })

const Need = z
  .strictObject({
    category: Category,
    need: Share.meta({ description: 'How far it is behind its share', example: 0.7 }),
    hardSets: z.int().min(0).max(100_000).meta({ description: 'Its hard sets of the last 14 days', example: 9 }),
  })
  .meta({ id: 'CategoryNeed', description: 'How far a category is behind' })

const Blocked = z
  .strictObject({
    site: PainSite,
    on: LocalDate.meta({ description: 'The last day on which it hurt noticeably' }),
    pain: z.int().min(0).max(10).meta({ description: 'Worst pain of these days', example: 5 }),
    tags: z
      .array(Tag)
      .max(20)
      .meta({ description: 'What is not offered while it hurts', example: ['planche-chain'] }),
    explanation: Explanation,
  })
  .meta({ id: 'BlockedSite', description: 'A site that hurt lately, and what is not offered because of that' })

const LeftOut = z
  .strictObject({
    slug: ExerciseSlug.meta({ description: 'The exercise', example: 'ring-dip' }),
    bar: LeftOutBar.meta({ description: 'The first reason why it does not come', example: 'equipment' }),
  })
  .meta({ id: 'LeftOutExercise', description: 'An exercise that could have come' })

/** The next workout. */
export const NextWorkout = z
  .strictObject({
    date: LocalDate.meta({ description: "Today in the athlete's zone" }),
    seed: z.string().max(80).meta({
      description: 'Athlete and day: decides between almost equal exercises, so that the day has one answer',
      example: '0198c0de-7a11-7000-8000-000000000001 2026-11-22',
    }),
    rulesVersion: RulesVersion,
    note: Explanation.meta({ example: 'It does not look at how ready you feel today.' }),
    minutes: Minutes.meta({ description: 'Minutes there are', example: 40 }),
    totalMinutes: Minutes.meta({ description: 'What all of it takes', example: 38.5 }),
    categories: z.array(Need).max(categories.length).meta({ description: 'The most needed first' }),
    exercises: z.array(WorkoutExercise).max(15).meta({ description: 'In the order in which to do them' }),
    blocked: z.array(Blocked).max(10).meta({ description: 'What is not offered because a site hurt lately' }),
    leftOut: z.array(LeftOut).max(20).meta({ description: 'Some of what could have come, and why it does not' }),
  })
  .meta({ id: 'NextWorkout', description: 'What to train next, and why' })
export type NextWorkout = z.output<typeof NextWorkout>
