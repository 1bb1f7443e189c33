import type { Prescription } from '#domain/library/prescription.schema.js'
import { setPrescriptions } from '#domain/library/sets.schema.js'
import { ExerciseSlug } from '#domain/library/vocabulary.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { sum } from '#domain/values/statistics.js'
import type { BlockedSite } from '#domain/workout/blocked-sites.js'
import type { PlannedSets } from '#domain/workout/planned-sets.js'
import type { RecommendedExercise, RecommendedWorkout, WorkoutFacts } from '#domain/workout/workout.js'
import { exerciseRefOf } from '#orchestration/training/exercise-ref.js'
import type { NextWorkout } from './next-workout.schema.js'

const note =
  'Made from your log alone: it does not look at how ready you feel today. Take a set less on a bad day, and stop what hurts.'

/** A recommended workout, as it is answered. */
export function presentWorkout(
  { exercises, needs, blocked, leftOut }: RecommendedWorkout,
  { today, seed }: Pick<WorkoutFacts, 'today' | 'seed'>,
  minutes: number,
  rules: TrainingRules,
): NextWorkout {
  return {
    date: today,
    seed,
    rulesVersion: rules.version,
    note,
    minutes,
    totalMinutes: minutesOf(exercises),
    categories: needs.map((need) => ({ ...need })),
    exercises: exercises.map(presentExercise),
    blocked: blocked.map(presentSite),
    leftOut: leftOut.map(({ slug, bar }) => ({ slug: ExerciseSlug.parse(slug), bar })),
  }
}

/** What exercises take, in minutes to one decimal, rounded up. */
export function minutesOf(exercises: readonly Pick<RecommendedExercise, 'seconds'>[]): number {
  return Math.ceil(sum(exercises.map(({ seconds }) => seconds)) / 6) / 10
}

function presentExercise(item: RecommendedExercise): NextWorkout['exercises'][number] {
  const { exercise, pace, pSuccess, score, terms, propensity } = item
  return {
    exercise: exerciseRefOf(exercise),
    metric: exercise.metric,
    unilateral: exercise.unilateral,
    sets: setPrescriptions(item.targets, exercise.metric),
    tempo: pace.tempo,
    restSeconds: pace.restSeconds,
    estimatedMinutes: minutesOf([item]),
    rpeCap: item.rpeCap,
    adjustments: presentAdjustments(item),
    pSuccess,
    score,
    terms: { ...terms },
    reasons: presentReasons(item),
    propensity,
  }
}

/** Why planned sets differ from the working sets. */
export function presentAdjustments({ adjustments }: Pick<PlannedSets, 'adjustments'>) {
  return adjustments.map((adjustment) => ({
    ...adjustment,
    inputs: { ...adjustment.inputs },
    thresholds: { ...adjustment.thresholds },
  }))
}

/** The terms of a score with their reasons. */
export function presentReasons({ reasons }: Pick<RecommendedExercise, 'reasons'>) {
  return reasons.map((reason) => ({
    ...reason,
    inputs: { ...reason.inputs },
    thresholds: { ...reason.thresholds },
  }))
}

function presentSite({ site, on, pain, tags }: BlockedSite): NextWorkout['blocked'][number] {
  const explanation =
    `Pain of ${pain} out of 10 was noted (${site}, last on ${on}): what loads it most is not offered for now; ` +
    'seek advice if it lasts.'
  return { site, on, pain, tags: [...tags], explanation }
}

/** An exercise as a plan takes it. */
export type PlannedItem = Pick<Prescription, 'sets' | 'tempo' | 'restSeconds'> & { readonly exercise: string }

export function planItemOf({ exercise, targets, pace }: RecommendedExercise): PlannedItem {
  const sets = setPrescriptions(targets, exercise.metric)
  return { exercise: exercise.slug, sets, tempo: pace.tempo, restSeconds: pace.restSeconds }
}
