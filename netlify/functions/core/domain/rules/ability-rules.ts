import * as z from 'zod'
import type { Slot } from '#domain/library/vocabulary.js'
import { twoHypothesesRules } from './two-hypotheses-rules.js'

/** Which model estimates the ability in a category. */
export const AbilityModel = z.enum(['one-gaussian', 'two-hypotheses'])
export type AbilityModel = z.output<typeof AbilityModel>

/**
 * Ability: log-linear count model with a Kalman filter. Levels are the axis; variances are levels
 * squared. Product defaults.
 */
export const abilityRules = {
  model: 'one-gaussian' as AbilityModel,
  /** Slots whose exercises say nothing of the ability in their category. */
  silentSlots: [] as readonly Slot[],
  twoHypotheses: twoHypothesesRules,
  /** Slope: with 1, one level is a factor of 2.72 in maximal repetitions. */
  kappa: 1,
  /** Standard deviation of an athlete's form on a day. */
  sigmaDay: 0.15,
  /** Standard deviation of what is specific to one athlete and one exercise. */
  sigmaExercise: 0.2,
  /** Standard deviation of the library's difficulties; used when reporting, never in the update. */
  sigmaCalibration: 0.15,
  /** Process noise: variance that a day without an observation adds. */
  driftVariancePerDay: 0.002,
  /** Loss of ability without training: nothing in the first days, then a slope, to a limit. */
  decay: { graceDays: 14, levelsPerDay: 0.006, levelsMax: 0.5 },
  varianceMax: 1,
  /** Smallest estimated maximum (reps or seconds), so that its logarithm exists. */
  estimateMin: 0.5,
  /**
   * Standard error of an estimated maximum (the size follows Halperin 2022; the shape is a product
   * default).
   */
  error: {
    repsBase: 0.5,
    repsPerRepInReserve: 0.3,
    durationShareBase: 0.05,
    durationSharePerRpePoint: 0.05,
    /** Reaction and clock error of a hold. */
    clockSeconds: 1,
    /**
     * Added variance of a failed set without RPE: something other than strength may have ended it.
     */
    unratedFailureVariance: 0.09,
  },
  /** Observations further away than this many standard deviations are held for review. */
  reviewGateDeviations: 4,
  interval90Deviations: 1.6449,
  level: { max: 5, probabilityMin: 0.8 },
  placement: {
    /**
     * The most levels above that of its exercise for which an answer speaks: sixty push-ups do not
     * make a planche.
     */
    levelsAboveMax: 1,
    /** Subtracted from a threshold before rounding up, so that 10.0000000001 stays 10. */
    tolerance: 1e-9,
  },
  start: {
    selfAssessed: { offset: 0.5, variance: 0.5625 },
    unknown: { mean: 1, variance: 1 },
  },
  /** Variance with which an update is repeated once the athlete confirmed a held entry. */
  confirmedVariance: 1,
}

/**
 * The choice of the next exercises. The 85 % target follows Wilson 2019 by analogy; weights are
 * product defaults.
 */
export const selectionRules = {
  /**
   * What the chance of success is estimated for beyond the target, so that one rep stays in
   * reserve: reps added, or a factor on a hold.
   */
  reserve: { reps: 1, durationFactor: 1.1 },
  successTarget: 0.85,
  /** Share of the fit that a certain success loses; a certain failure loses all of it. */
  tooEasyPenalty: 0.5,
  recency: { weight: 0.2, daysMax: 7 },
  need: { weight: 0.2, windowDays: 14, targetShare: 1 / 3 },
  regressPenalty: 0.3,
  /** Candidates below this chance are left out, unless none would remain. */
  successMin: 0.5,
  levelsAbove: 1,
  count: 2,
  /** Scores are compared in steps of one over this. */
  scoreSteps: 10_000,
  readiness: { amberSetsLess: 1, setsMin: 1, redRpeCap: 6 },
}
