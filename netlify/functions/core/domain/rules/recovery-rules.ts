/**
 * Deload: a week of fewer sets and capped effort (Bell 2022, 2023 for the means; numbers are
 * product defaults).
 */
export const deloadRules = {
  regressionsMin: 2,
  regressionDays: 7,
  highRpe: { weeklyMeanMin: 9, weeks: 2 },
  /** Check-ins older than `checkInDays` do not count among the last ones. */
  lowReadiness: { below: 50, checkIns: 3, checkInDays: 28 },
  weeksBetweenMax: 6,
  setsDivisor: 2,
  rpeCap: 7,
  days: 7,
  /** Days ahead for which a deload may be planned. */
  daysAheadMax: 28,
}

/**
 * Who comes back about once a month, again and again, trains whole sessions. The way back prepares
 * for the weeks that follow it, and here none do: for ever the first of its weeks would keep the
 * working sets where they are. One session protects the muscles from the next for months (Nosaka
 * 2001), and targets follow the estimate of the day. Numbers are product defaults.
 */
export type MonthlyRule = {
  /** From so many returns in a row. */
  readonly returnsMin: number
  /** The days of each break: those of the way back that begins with half of the sets, below two months. */
  readonly gapDays: { readonly min: number; readonly max: number }
  /** What lies between two breaks: at most so many days of training, all within so many days. */
  readonly visit: { readonly trainedMax: number; readonly spanDays: number }
}

/** The monthly returns that 2026.2 knows. */
export const monthlyRule2026v2: MonthlyRule = {
  returnsMin: 3,
  gapDays: { min: 28, max: 55 },
  visit: { trainedMax: 2, spanDays: 7 },
}

/**
 * Return after a break (Bosquet 2013, Caterisano 2019: 50/30/20/10 applied to sets; tenths are
 * product defaults).
 */
export const layoffRules = {
  /** Tenths of the working sets kept for a gap shorter than `belowDays`. */
  steps: [
    { belowDays: 14, tenths: 10 },
    { belowDays: 21, tenths: 9 },
    { belowDays: 28, tenths: 8 },
    { belowDays: 56, tenths: 7 },
    { belowDays: 84, tenths: 6 },
  ],
  tenthsAfter: 5,
  /** Weekly set multipliers of the transition for a gap shorter than `belowDays`. */
  transition: [
    { belowDays: 14, multipliers: [] as number[] },
    { belowDays: 28, multipliers: [0.7, 0.9] },
  ],
  transitionAfter: [0.5, 0.7, 0.8, 0.9],
  retestDays: 84,
  /** Null where every break is followed by the whole way back. */
  monthly: null as MonthlyRule | null,
}

/** Readiness 0-100 (Saw 2016: self-report first; weights are product defaults). */
export const readinessRules = {
  weights: { wellness: 0.6, restingHeartRate: 0.2, heartRateVariability: 0.2 },
  wellnessScale: { min: 1, max: 5 },
  /** A z-score of this size, on the bad side, scores 0. */
  zMax: 3,
  rounding: 0.5 + 1e-9,
  bands: { greenMin: 75, amberMin: 50 },
  pain: { redAbove: 5, amberAbove: 3 },
  /**
   * The days before a check-in that its z-scores compare with, and how many of them must have a
   * value.
   */
  baseline: { days: 28, valuesMin: 7 },
  /** A check-in speaks for its own day and for this many days after it. */
  checkInDaysAfter: 2,
  painDays: 7,
}

/** When the hard sets of a category in seven days deserve a warning. */
export type VolumeRule = {
  /** Above so many, whatever is usual. */
  readonly setsMax: number
  /** Or above so many times the mean of the weeks before (`ownWeeks`), */
  readonly riseFactor: number
  /** and above so many sets. */
  readonly riseSetsMin: number
}

/** The volume that 2026.2 warns about (product defaults). */
export const volumeRule2026v2: VolumeRule = { setsMax: 25, riseFactor: 1.5, riseSetsMin: 15 }

/**
 * Warnings for the athlete's attention, never a diagnosis. Cut-offs are product defaults unless
 * named.
 */
export const flagRules = {
  painDays: 7,
  /** Days after which a performance no longer tells how things are now. */
  currentDays: 28,
  /** Days for which a spike is news. */
  spikeDays: 7,
  /** How many weeks before the current one its total is compared with. */
  ownWeeks: 4,
  painHighAbove: 5,
  painPersistent: { painMin: 4, sessions: 3, timesMin: 2 },
  /**
   * Cut-off of later practice after Foster 1998. His own thresholds were individual, hence the
   * second condition.
   */
  monotonyMin: 2,
  strain: { weeksMin: 8, deviations: 2 },
  /**
   * Above this ratio the athlete is informed, not warned: it has little predictive value
   * (Impellizzeri 2020).
   */
  loadRatioAbove: 1.5,
  pushPull: { days: 28, setsMin: 24, ratioMax: 1.5 },
  /**
   * A difference of 15 % between sides (Bishop 2018, 2020) counts only when it repeats in one
   * direction.
   */
  asymmetry: { pairs: 3, percentMin: 15, repsMin: 2, secondsMin: 3 },
  performanceDrop: { residualMax: -2, sessions: 2 },
  rpeDrift: { sessionsBefore: 3, riseMin: 1.5 },
  /** Null for no warning about plain volume. */
  volume: null as VolumeRule | null,
  /** This many ambers make a red. */
  ambersForRed: 3,
}
