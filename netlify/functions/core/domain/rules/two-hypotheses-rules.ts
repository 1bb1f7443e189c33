/**
 * Ability, second model: two hypotheses about the library ("it fits", "it is off"), each an extended
 * Kalman filter over ability, growth, reporting of the reserve and slope. All numbers are product
 * defaults, chosen on simulated athletes.
 */
export const twoHypothesesRules = {
  /** Standard deviation of an athlete's form on a day, in ln(max). */
  sigmaDay: 0.15,
  /** Standard deviation of what one set says beside form and effort, in ln(max). */
  sigmaSet: 0.12,
  /** Process noise of the ability, in levels squared a day. */
  driftVariancePerDay: 0.0005,
  /** Growth to which everybody returns, in levels a week, and the weeks after which 1/e is left. */
  growth: { usual: 0.03, returnWeeks: 10, weekDaysMax: 7 },
  /** Innovations beyond this many standard deviations are cut to it. */
  clipDeviations: 2.5,
  /** Furthest a lower bound may lie below what is expected before it says nothing, in deviations. */
  lowerBoundFloor: 8,
  /** The squared innovation and the probability at which the weight of a hypothesis stops falling. */
  weighing: { squaredInnovationMax: 16, probabilityMin: 1e-6, ratioMin: 0.001 },
  /** Observations further away than this many standard deviations are for the athlete to look at. */
  reviewDeviations: 4,
  /**
   * Two sessions in a row whose observations all lie further than `deviations` on one side open the
   * ability anew, with `variance` in levels squared.
   */
  recovery: { deviations: 3, variance: 1 },
  /** ln(slope) stays within this of 0: a slope of 0.45 to 2.2. */
  logSlopeMax: 0.8,
  /** Levels from the difficulty within which the model is taken as it is; beyond, it is flat. */
  reach: { levels: 3, slopeLevels: 2 },
  /** Reps in reserve, at most, that a set is predicted to leave. */
  reserveMax: 7,
  /** Levels of the ability's own spread added when a hypothesis is reported, and of what it may be. */
  fits: {
    offsetDeviation: 0.05,
    growthDeviation: 0.025,
    logSlopeDeviation: 0.2,
    underReported: { reps: 0.3, deviation: 0.4 },
    reportedVariance: 0,
  },
  off: {
    offsetDeviation: 0.25,
    growthDeviation: 0.04,
    logSlopeDeviation: 0.3,
    underReported: { reps: 0.4, deviation: 0.5 },
    reportedVariance: 0.015,
  },
  error: {
    /** Relative error of a failed set: in reps; holds have a share and the clock. */
    failedReps: 0.3,
    repsBase: 0.5,
    repsPerRepInReserve: 0.3,
    durationShareBase: 0.05,
    durationSharePerRpePoint: 0.05,
    clockSeconds: 1,
  },
}
