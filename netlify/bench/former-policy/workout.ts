import * as z from 'zod'
import type { LibraryFacts } from '#domain/library/library-facts.js'
import type { Category } from '#domain/library/vocabulary.js'
import type { ExerciseId } from '#domain/values/id.schema.js'
import type { BlockedSite } from './blocked-sites.js'
import type { PlanFacts, PlannedSets } from './planned-sets.js'
import type { ExplainedTerm } from './selection/explain-score.js'
import { SelectionBar } from './selection/select-exercises.js'
import type { ScoreTerms } from './selection/selection-score.js'
import type { Pace } from './set-time.js'

/** What an athlete asks of a workout. */
export type WorkoutRequest = {
  readonly minutes: number
  readonly equipment: readonly string[]
  readonly categories: readonly Category[]
  readonly exercisesPerCategory: number
}

/** What a workout is computed from, besides the request. */
export type WorkoutFacts = PlanFacts & {
  /**
   * A text for the athlete and the day: the same seed gives the same choice between near-equal
   * exercises.
   */
  readonly seed: string
  /** How the athlete does each exercise, by its id. */
  readonly paces: ReadonlyMap<ExerciseId, Pace>
}

/**
 * An exercise with its sets for the day, why it was chosen, and the probability (0-1) of that
 * choice.
 */
export type RecommendedExercise = PlannedSets & {
  readonly exercise: LibraryFacts
  readonly pace: Pace
  /** The time that the sets take, in seconds. */
  readonly seconds: number
  /** Chance, 0-1, to do the first set with one in reserve. */
  readonly pSuccess: number
  readonly score: number
  readonly terms: ScoreTerms
  readonly reasons: readonly ExplainedTerm[]
  readonly propensity: number
}

/**
 * The reason why an exercise that could have come does not. `level` is not among them: exercises
 * above the athlete's level are not listed.
 */
export const LeftOutBar = z.enum([...SelectionBar.exclude(['level']).options, 'time'])
export type LeftOutBar = z.output<typeof LeftOutBar>

/** An exercise that could have come, and the first reason why it does not. */
export type LeftOut = { readonly slug: string; readonly bar: LeftOutBar }

/** How far a category is behind, 0-1, and its hard sets of the last 14 days. */
export type CategoryNeed = { readonly category: Category; readonly need: number; readonly hardSets: number }

export type RecommendedWorkout = {
  readonly exercises: readonly RecommendedExercise[]
  /** The categories asked for, the most needed first. */
  readonly needs: readonly CategoryNeed[]
  readonly blocked: readonly BlockedSite[]
  readonly leftOut: readonly LeftOut[]
}
