import { setPrescriptions } from '#domain/library/sets.schema.js'
import { ExerciseSlug } from '#domain/library/vocabulary.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import type { BlockedSite } from '#domain/workout/blocked-sites.js'
import { explainBlockedSite, workoutNote } from '#domain/workout/explain-workout.js'
import { minutesOf } from '#domain/workout/set-time.js'
import type { RecommendedExercise, RecommendedWorkout, WorkoutFacts } from '#domain/workout/workout.js'
import { exerciseRefOf } from '#orchestration/training/exercise-ref.js'
import type { NextWorkout } from './next-workout.schema.js'

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
    note: workoutNote,
    minutes,
    totalMinutes: minutesOf(exercises),
    categories: [...needs],
    exercises: exercises.map(presentExercise),
    blocked: blocked.map(presentSite),
    leftOut: leftOut.map(({ slug, bar }) => ({ slug: ExerciseSlug.parse(slug), bar })),
  }
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
    adjustments: [...item.adjustments],
    pSuccess,
    score,
    terms,
    reasons: [...item.reasons],
    propensity,
  }
}

function presentSite(blocked: BlockedSite): NextWorkout['blocked'][number] {
  const { site, on, pain, tags } = blocked
  return { site, on, pain, tags: [...tags], explanation: explainBlockedSite(blocked) }
}
