/** Goals with a date (Theil-Sen slope). Product defaults. */
export const goalRules = {
  pointsMin: 4,
  /**
   * Weeks in a row, each with as many sessions as the goal asks for, that reach a goal of
   * consistency.
   */
  consistencyWeeks: 4,
  /** Points are the best values of this many weeks. */
  weeks: 8,
  spanDaysMin: 14,
  horizonDays: 365,
  optimisticQuantile: 0.75,
  pessimisticQuantile: 0.25,
  /** Subtracted from a number of days before rounding up, so that 21.0000000001 stays 21. */
  dayTolerance: 1e-9,
}

/** The choice between near-equal exercises. Product defaults. */
export const recommendationRules = {
  prior: { alpha: 1, beta: 1 },
  /** Scores within this distance of the best are near-equal. */
  nearScore: 0.05,
  success: { completionMin: 0.8, rpeMin: 6, rpeMax: 9, painMax: 3 },
}

/** Fair leaderboards (Markovic & Jaric 2004 for the exponent; the rest are product defaults). */
export const leaderboardRules = {
  pointsMax: 100,
  strength: { referenceMassKg: 70, massExponent: 1 / 3 },
  improvement: { startVarianceMax: 0.05, deviations: 1 },
  skillDeviations: 2,
  /** Scores are compared in steps of one over this. */
  scoreSteps: 100,
  sessionsMin: 3,
  bracketMembersMin: 5,
  /** A set above this many times the athlete's own estimated maximum is held for review. */
  reviewFactor: 3,
}

/**
 * Releases of data (El Emam 2011 for class sizes, NIST SP 800-226 for budgets; numbers are product
 * defaults).
 */
export const privacyRules = {
  classSize: { internal: 5, partner: 11, public: 20 },
  distinctSensitiveMin: 2,
  generalisation: { ageBandYears: 10, ageOpenFrom: 70, bodyMassStepKg: 5 },
  epsilon: { perRelease: 1, perYear: 6 },
  /** Keeps ln(1-u)/ln(alpha) from falling just below a whole number. */
  noiseTolerance: 1e-12,
}
