/**
 * Effort: from a performed set to the most that the athlete could have done (Zourdos 2016, Helms
 * 2016 for reps in reserve).
 */
export const effortRules = {
  rpeMin: 1,
  rpeMax: 10,
  /**
   * Below this RPE a rating says only "easy": the estimate becomes a lower bound. Product default.
   */
  ratedRpeMin: 5,
  /** Reps in reserve credited to a set rated easier than `ratedRpeMin`. Product default. */
  easyRepsInReserve: 5,
  /** Share of the hold time that one RPE point stands for. Product default. */
  holdSharePerRpePoint: 0.1,
  /**
   * A set that fell short of its plan failed when its RPE is at least this, or unknown. Product
   * default.
   */
  failedRpeMin: 9.5,
  /** Seconds counted for an explosive phase ("X") of a tempo. Product default. */
  explosivePhaseSeconds: 1,
}

/**
 * Training load: week statistics (Foster 1998), load ratio (Williams 2017) and the single-session
 * spike (Frandsen 2025).
 */
export const loadRules = {
  /** Body mass in kilograms while the athlete has given none. Product default. */
  bodyMassKgAssumed: 70,
  /** Monotony is capped here, and takes this value when every day is equal. Product default. */
  monotonyMax: 10,
  ratio: {
    acuteDays: 7,
    chronicDays: 28,
    /** Smoothing of the moving averages: 2/(N+1) for 7 and 28 days (Williams 2017). */
    ewmaAcuteWeight: 2 / 8,
    ewmaChronicWeight: 2 / 29,
    /** Both averages start at the mean of this many first days. Product default. */
    ewmaStartDays: 7,
  },
  spike: {
    /** Sessions needed before a reference exists. Product default. */
    referenceSessionsMin: 3,
    /** Days before a session whose sessions it is compared with (Frandsen 2025). */
    priorDays: 30,
    /**
     * Upper ends of the bands, as a ratio to the reference; above `moderateMax` a spike is large
     * (Frandsen 2025).
     */
    noneMax: 1.1,
    smallMax: 1.3,
    moderateMax: 2,
    /**
     * Keeps 13 reps after 10 at a ratio of 1.30, where floating point makes it 1.3000000000000003.
     */
    tolerance: 1e-9,
  },
}
