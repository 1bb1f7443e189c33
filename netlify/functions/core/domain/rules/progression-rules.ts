/**
 * Progression after a session: NSCA 2-for-2, double progression, reps in reserve; misses and step
 * sizes are product defaults.
 */
export const progressionRules = {
  start: {
    /** Tenths of the default reps at which an exercise starts, rounded up (3 x 5 of 3 x 8). */
    repsTenths: 6,
    /** Holds start at the default divided by this. */
    durationDivisor: 3,
    durationSecondsMin: 5,
  },
  /**
   * Smallest step of a working set: reps, or the larger of some seconds and a share of the standard,
   * rounded.
   */
  unit: { reps: 1, holdSecondsMin: 5, holdShare: 0 },
  /**
   * How far the last set must exceed its value for a session to count as "over": two reps (NSCA
   * 2-for-2), or a quarter of a hold.
   */
  over: { repsMargin: 2, durationFactor: 1.25, streak: 2, steps: 2 },
  /**
   * Pain 0-10 (Silbernagel 2007): above `stopAbove` the exercise is taken back, above
   * `cautionAbove` it holds.
   */
  pain: { stopAbove: 5, cautionAbove: 3, regressTenths: 6 },
  miss: {
    /** Below this completion a miss counts `severeWeight` times. */
    severeBelow: 0.5,
    ordinaryWeight: 1,
    severeWeight: 2,
    regressAt: 3,
    regressTenths: 9,
  },
  hit: {
    /**
     * Above this RPE of the last set the target was met at the limit, and the working sets stay.
     */
    atLimitAbove: 9,
    /** Up to this RPE every set rises by two steps. */
    twoStepsRpeMax: 6.5,
    /** Up to this RPE every set rises by one step; above it only one set does. */
    oneStepRpeMax: 8,
    masteryAt: 2,
  },
}

/** The level-up test. All numbers are product defaults. */
export const levelUpRules = {
  levelMax: 5,
  coverage: { tenths: 6, exercisesMin: 2 },
  abilityProbabilityMin: 0.8,
  daysSinceSessionMax: 21,
  daysBetweenTestsMin: 7,
  /** Days, today included, in which a red flag bars a test and counts as recent. */
  redFlagDays: 14,
  test: { rpeMax: 9, painMax: 3 },
  /** When to suggest, but never force, the level below. */
  down: { probabilityMax: 0.2, sessionsMin: 3 },
}
