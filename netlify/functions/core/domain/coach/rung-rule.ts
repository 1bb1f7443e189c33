import type { ExerciseSlug } from '#domain/library/vocabulary.js'
import type { SitePain } from './pain-effect.js'

/** Why a rung is kept. */
export type KeptBecause = 'still_growing' | 'nothing_harder' | 'no_variant'

/**
 * Why a rung was chosen: `chance` (0-1) is that of its starting target in three sets, `from` the
 * rung before it.
 */
export type RungRule =
  | { readonly id: 'rung.easiest'; readonly chance: number; readonly threshold: number }
  /** `below` is the hardest that would fit, the threshold in levels. */
  | {
      readonly id: 'rung.eased_for_pain'
      readonly sites: readonly SitePain[]
      readonly below: ExerciseSlug
      readonly threshold: number
    }
  | {
      readonly id: 'rung.down_after_failures'
      readonly from: ExerciseSlug
      readonly daysAgo: number
      readonly threshold: number
    }
  /** The threshold is in levels below the hardest that fits. */
  | {
      readonly id: 'rung.goal_path'
      readonly from: ExerciseSlug | null
      readonly goal: ExerciseSlug
      readonly chance: number
      readonly threshold: number
    }
  /** The chance is that of today's standard in three sets, from which the next rung would come. */
  | {
      readonly id: 'rung.keep'
      readonly because: KeptBecause
      readonly chance: number
      readonly sessionsWithoutGain: number
      readonly threshold: number
    }
  | {
      readonly id: 'rung.next'
      readonly from: ExerciseSlug
      readonly mastered: boolean
      /** The chance of the standard of the rung before. */
      readonly chance: number
      readonly threshold: number
    }
  | {
      readonly id: 'rung.variant_after_stall'
      readonly from: ExerciseSlug
      readonly sessionsWithoutGain: number
      readonly daysWithoutGain: number | null
      readonly threshold: number
    }
  | { readonly id: 'rung.hardest_that_fits'; readonly chance: number; readonly threshold: number }
