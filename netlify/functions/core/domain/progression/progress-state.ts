import type { Metric } from '#domain/library/vocabulary.js'

/**
 * Where an athlete stands in one exercise. The caller keeps start <= working <= default in every
 * set.
 */
export type ProgressState = {
  readonly metric: Metric
  /** The library's sets, in reps or seconds. */
  readonly defaults: readonly number[]
  /** The athlete's sets, in reps or seconds, as many as the defaults. */
  readonly working: readonly number[]
  readonly overStreak: number
  readonly failStreak: number
  readonly masteryCount: number
  readonly mastered: boolean
  /**
   * How far the working sets may rise where that is not the default: on the way to the next
   * exercise, or with a modifier.
   */
  readonly ceilings?: readonly number[]
  /** False where the sets cannot speak for a mastery: a modifier, or too few of them. */
  readonly masters?: boolean
}

/**
 * One session of the exercise: a missing set counts as 0, sets beyond the working ones do not
 * matter.
 */
export type ProgressSession = {
  readonly actual: readonly number[]
  /** What each set counts for where that is not what was done: it ended with something in reserve. */
  readonly counted?: readonly number[]
  /** RPE of the last set, null when it was not rated. */
  readonly rpeLast: number | null
  /** The worst pain, 0-10; 0 when nothing hurt. */
  readonly pain: number
}

/** A decision with its reason, as stable codes. On `swap_down` offer the prerequisite exercise. */
export type ProgressOutcome =
  | { readonly decision: 'progress'; readonly reason: 'target_met' | 'two_for_two' | 'met_at_limit' }
  | { readonly decision: 'hold'; readonly reason: 'pain_caution' | 'missed' | 'at_limit' }
  | { readonly decision: 'regress' | 'swap_down'; readonly reason: 'pain_stop' }
  | { readonly decision: 'regress'; readonly reason: 'repeated_miss' }
  | { readonly decision: 'swap_down'; readonly reason: 'floor_reached' }
  | { readonly decision: 'consolidate'; readonly reason: 'default_met_once' | 'mastered_already' | 'ceiling_met' }
  | { readonly decision: 'mastered'; readonly reason: 'default_met_twice' }

/** The outcome, the state after it, and the share of the working sets that was done (0-1). */
export type ProgressDecision = ProgressOutcome &
  Pick<ProgressState, 'working' | 'overStreak' | 'failStreak' | 'masteryCount' | 'mastered'> & {
    readonly completion: number
  }
