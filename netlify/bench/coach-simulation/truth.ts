/**
 * The truth that athletes of the simulation follow. It is our own, and does not follow the rules
 * under test: these numbers stay when the rules change.
 */
export const truth = {
  /** How far slots of one group lie apart, and exercises from their difficulty, in levels (SD). */
  slotDeviation: 0.3,
  offsetDeviation: 0.2,
  /** Form of a day, in levels (SD). */
  dayDeviation: 0.12,
  /** What each further set of an exercise, and each earlier set of its group, leaves of the maximum. */
  keptPerSet: 0.93,
  keptPerGroupSet: 0.98,
  /** Levels that a hard set costs, half of which are back after so many days. */
  fatigue: { levelsPerHardSet: 0.012, halfLifeDays: 1.5 },
  /** Levels that a modifier costs; a load costs what Epley's formula says. */
  modifier: { tempo: 0.35, tempoPause: 0.55, epleyReps: 30 },
  bodyMassKg: 75,
  rpe: { deviation: 0.5, ratedShare: 0.8, hardFrom: 6 },
  /** What a set trains, by what it left in reserve: whole up to `full` reps, `least` from `none` on. */
  stimulus: { full: 3, none: 8, least: 0.15, failed: 0.9 },
  gain: { levelsMax: 6.5, setsPerWeek: 10, siblingShare: 0.4 },
  /** How wrong a reserve is felt: reps, and share of the maximum (SD). */
  felt: { reps: 0.5, share: 0.05 },
  holdSharePerRpePoint: 0.1,
}
