import * as z from 'zod'
import type { LibraryFacts } from '#domain/library/library-facts.js'
import type { Category } from '#domain/library/vocabulary.js'
import type { BlockedSite } from './blocked-sites.js'
import type { PlanFacts, PlannedSets } from './planned-sets.js'
import type { ExplainedTerm } from './selection/explain-score.js'
import { SelectionBar } from './selection/select-exercises.js'
import type { ScoreTerms } from './selection/selection-score.js'
import type { Pace } from './set-time.js'

/** What is asked of a workout. */
export type WorkoutRequest = {
  readonly minutes: number
  readonly equipment: readonly string[]
  readonly categories: readonly Category[]
  readonly exercisesPerCategory: number
}

/** What a workout is made from besides the request. */
export type WorkoutFacts = PlanFacts & {
  /**
   * Names the athlete and the day: the same seed gives the same choice between near-equal
   * exercises.
   */
  readonly seed: string
  /** How the athlete does each exercise, by its id. */
  readonly paces: ReadonlyMap<string, Pace>
}

/**
 * An exercise with its sets for the day, why it was chosen, and the probability (0-1) with which it
 * was.
 */
export type RecommendedExercise = PlannedSets & {
  readonly exercise: LibraryFacts
  readonly pace: Pace
  /** What the sets take. */
  readonly seconds: number
  /** Chance, 0-1, to do the first set with one in reserve. */
  readonly pSuccess: number
  readonly score: number
  readonly terms: ScoreTerms
  readonly reasons: readonly ExplainedTerm[]
  readonly propensity: number
}

/** Why an exercise that could have come does not; what a higher level bars is no news. */
export const LeftOutBar = z.enum([...SelectionBar.exclude(['level']).options, 'time'])
export type LeftOutBar = z.output<typeof LeftOutBar>

/** An exercise that could have come, and the first reason why it does not. */
export type LeftOut = { readonly slug: string; readonly bar: LeftOutBar }

/** How far a category is behind, 0-1, and its hard sets of the last 14 days. */
export type CategoryNeed = { readonly category: Category; readonly need: number; readonly hardSets: number }

export type RecommendedWorkout = {
  readonly exercises: readonly RecommendedExercise[]
  /** The wanted categories, the most needed first. */
  readonly needs: readonly CategoryNeed[]
  readonly blocked: readonly BlockedSite[]
  readonly leftOut: readonly LeftOut[]
}
