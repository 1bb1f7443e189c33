import type { PainSite, Slot, Tag } from '#domain/library/vocabulary.js'

/**
 * What the coach knows of an athlete in a slot and in an exercise. Variances are levels squared;
 * product defaults.
 */
const estimate = {
  /** Variance by which a slot may differ from its category; added when the slot is first seen. */
  slotVariance: 0.09,
  /** Variance by which an exercise may differ from its slot: `ability.sigmaExercise` squared. */
  offsetVariance: 0.04,
}

/** What a set should be. */
const target = {
  /**
   * Share of the maximum that is left for each further set. Series to the limit fall by 15 % at
   * first, submaximal ones less; product default.
   */
  keptPerSet: 0.93,
  /** One to three reps in reserve (Refalo 2023); RPE 8 (Zourdos 2016). */
  reserveReps: 2,
  /** A hold ends at its maximum divided by this. */
  reserveHoldDivisor: 1.25,
  /** Standard deviations that a first target stays below the estimate. Product default. */
  firstTimeDeviations: 0.35,
  /** The most that a target rises at once, in reps or seconds (NSCA 2-for-2). */
  stepUp: { reps: 2, duration: 10 },
  /** Up to this many times the default bridges the gap to a rung that does not fit yet (3 x 8-15). */
  bridgeFactor: 1.5,
  /** Up to this many times the default with a modifier. Product default. */
  modifiedFactor: 2,
  /** No target is more reps or seconds than this (60 s: Overcoming Gravity). */
  max: { reps: 25, duration: 60 },
  min: 1,
}

/** Which rung of a slot. Levels, days and probabilities; product defaults, simulated. */
const rung = {
  /** Difficulties have two decimals; 3.35 - 2.85 must not be more than 0.5. */
  levelTolerance: 1e-9,
  /** A rung fits when its starting target is this likely for three sets. */
  fitsFrom: 0.7,
  /** The rung that is trained keeps fitting from here, so that nothing flips to and fro. */
  keptFrom: 0.5,
  /** A prerequisite counts when it is done this surely. */
  countsFrom: 0.9,
  /** Sets for which the chances above are meant. */
  sets: 3,
  /** Days after a decision that took an exercise back, in which it opens nothing. */
  takenBackDays: 28,
  /** Days in which a rung that was trained is kept. */
  keepDays: 28,
  /** Sessions and days without a gain that make a plateau, which changes the exercise (Kassiano 2022). */
  stall: { sessions: 6, days: 28 },
  /** Share of the best estimated maximum that must be added for a gain. */
  gainShare: 0.03,
  /** The most levels between a rung that has stalled and a variant of it. */
  variantGap: 0.4,
  /** Days in which a rung stays down after failures. */
  downDays: 14,
  /** The least levels between an eased rung and the hardest that fits. */
  easedBy: 0.5,
  /** The most levels that a kept rung may be below the hardest that fits. */
  keptBelow: 1,
  /** The most levels that a rung on the way to a goal may be below the hardest that fits. */
  pathBelow: 1,
  /** The most levels of a step to the next rung. */
  stepMax: 1.2,
  /** A hold or an eccentric at the top gives way to a rung in reps that is at most this far below. */
  repsBelow: 0.5,
  /** Reps or seconds by which a first target may exceed the default of an easier choice. */
  overDefault: 1,
  /**
   * Ladders that stand in for the real thing, only while nothing else fits within so many levels
   * of their hardest.
   */
  standIn: { ladders: ['floor-pull'], below: 1 },
  /** Tags of exercises that are not done in both directions, or are a matter of balance. */
  notConcentricTags: ['eccentric', 'balance'],
  /** At this distance below the athlete a slot is left out when its sibling has something harder. */
  tooFarBelow: 2,
}

/** Harder without another rung. Levels; product defaults. */
const beyond = {
  /** Four seconds down. */
  tempo: 0.35,
  /** Four seconds down, two at the bottom. */
  tempoPause: 0.55,
  /** Added mass comes in steps of this many kilograms. */
  loadStepKg: 2.5,
  /** Epley's formula: maximum in one rep = mass (1 + reps / 30). */
  epleyReps: 30,
}

/** Hard sets in a week, by slot, and what is done when. */
const week = {
  /** A set is hard from this RPE, or without one, or when it failed. */
  hardRpeMin: 6,
  /** Days, today included, whose hard sets count. */
  days: 7,
  /**
   * Hard sets a week by level 0 to 5. Strength: 3 x 3 sets (Recommended Routine), more with
   * diminishing returns (Pelland 2025); numbers are product defaults.
   */
  strength: [
    { target: 9, cap: 12 },
    { target: 9, cap: 12 },
    { target: 9, cap: 14 },
    { target: 9, cap: 14 },
    { target: 12, cap: 16 },
    { target: 12, cap: 16 },
  ],
  core: [
    { target: 6, cap: 9 },
    { target: 6, cap: 9 },
    { target: 6, cap: 12 },
    { target: 6, cap: 12 },
    { target: 6, cap: 12 },
    { target: 6, cap: 12 },
  ],
  /** The level is the largest that is reached with this probability. */
  levelProbability: 0.5,
  /** Factor on target and cap of a slot whose sibling has nothing that can be done. */
  boost: 1.5,
  /** Hard sets of a group that keep it out of the next day's session (48 h, ACSM summaries). */
  recoverySets: 2,
  /** Mean deficit of a half of the body without a recovered slot. */
  emptyHalfDeficit: -9,
  /** Deficits are compared in steps of one over this. */
  deficitSteps: 1_000_000,
  /** Up to this many days a week the whole body is trained, from one more upper and lower halves. */
  fullBodyDaysMax: 3,
  sessionsMax: 6,
  /** Days before today in which the sessions of a week are counted. */
  sessionDays: 6,
  /** So many days in a row are followed by a rest. */
  daysInARow: 3,
  /** When a deload is due, a week below this share of the sets of the weeks before is one. */
  easyShare: 0.7,
  /** Days per week when the athlete named none: the median of the last weeks, or `usual`. */
  daysPerWeek: { usual: 3, min: 2, max: 6, weeks: 4 },
}

/** What the body needs between sets and before them: seconds, minutes, sets. Product defaults. */
const session = {
  setsMax: 4,
  setsMaxBoosted: 5,
  sets: { start: 2, short: 1, least: 2 },
  /** Up to this many minutes each exercise starts with one set. */
  shortMinutes: 15,
  /** Half of the rest between opposites (36 % less time, doi 10.51224/SRXIV.419), at least 45 s. */
  pair: { restShare: 0.5, restSecondsMin: 45 },
  /** Up to this many minutes the session is one circuit. */
  circuit: { minutesMax: 25, restSeconds: 45 },
  blockSeconds: 30,
  /** The other side of a unilateral set, each time. */
  sideSeconds: 5,
  /** Push and pull differ by at most so many sets. */
  pushPullSetsMax: 1,
  amber: { setsLess: 1, setsMin: 1 },
  /** The plan stays below the flag at 1.10 (Frandsen 2025, running). */
  spikeRatioMax: 1.05,
  /** Sides of a unilateral set that count in its load, as in the log; a guard that counts one lets loads double. */
  sidesInLoad: 2,
  /** Largest RPE of a set, by what is the matter. */
  rpeCaps: { amber: 8, deload: 7, eased: 7, red: 6 },
  warmUp: {
    share: 0.15,
    secondsMin: 120,
    secondsMax: 600,
    general: { secondsMax: 300, share: 0.5 },
    /** A warm-up set is on a rung this far below the working one, and this easy. */
    levelsBelow: 0.6,
    capacityShare: 0.4,
    repsMin: 1,
    repsMax: 8,
    holdSecondsMax: 10,
    /** Begin no further set with less time than this left. */
    secondsLeftMin: 30,
    changeSeconds: 15,
  },
  recovery: { minutesMax: 20, exercises: 4, sets: 2, defaultDivisor: 2, setMin: 1 },
  skill: { levelMin: 2, minutesMin: 40, sets: 3, secondLadderMinutes: 75 },
}

/** The table of `pain`: what is barred or done more easily while a site hurts. */
type Entries = { readonly slots: Slot[]; readonly tags: Tag[] }
type Effect = { readonly barredFromHigh: Entries; readonly barred: Entries; readonly eased: Slot[] }

const entries = (slots: Slot[], tags: Tag[] = []): Entries => ({ slots, tags })

/**
 * Pain monitoring (Silbernagel 2007: 0-3 changes nothing). The table is a product default, no
 * diagnosis.
 */
const pain = {
  /** Days, today included, whose pain counts. */
  days: 7,
  /** From here the lighter column bars, and slots are eased. */
  easedFrom: 4,
  /** From here the heavier column bars as well. */
  barredFrom: 6,
  bySite: {
    shoulder: {
      barredFromHigh: entries(['hpush', 'vpush', 'vpull', 'skill'], ['power', 'hang', 'support', 'overhead-load']),
      barred: entries(['vpush', 'skill'], ['power', 'hang', 'handstand-chain', 'dip-chain', 'overhead-load']),
      eased: ['hpush', 'vpull', 'hpull'],
    },
    elbow: {
      barredFromHigh: entries(['hpush', 'vpush', 'vpull', 'hpull', 'skill'], ['hang']),
      barred: entries(['skill'], ['straight-arm', 'one-arm-chain', 'eccentric']),
      eased: ['hpush', 'vpush', 'hpull', 'vpull'],
    },
    wrist: {
      barredFromHigh: entries(['hpush', 'vpush', 'skill'], ['support']),
      barred: entries(['skill'], ['handstand-chain', 'planche-chain']),
      eased: ['hpush', 'vpush'],
    },
    neck: {
      barredFromHigh: entries(['vpush', 'skill']),
      barred: entries([], ['handstand-chain']),
      eased: ['vpush', 'vpull'],
    },
    'upper-back': {
      barredFromHigh: entries(['hpull', 'vpull', 'skill']),
      barred: entries(['skill'], ['lever-chain']),
      eased: ['hpull', 'vpull'],
    },
    'lower-back': {
      barredFromHigh: entries(['hinge'], ['compression', 'lever-chain', 'plyometric']),
      barred: entries([], ['hinge', 'lever-chain', 'plyometric']),
      eased: ['hinge', 'squat', 'core'],
    },
    hip: {
      barredFromHigh: entries(['squat', 'hinge']),
      barred: entries([], ['lunge', 'plyometric', 'single-leg']),
      eased: ['squat', 'hinge'],
    },
    knee: {
      barredFromHigh: entries(['squat', 'power'], ['knee-flexion']),
      barred: entries([], ['plyometric', 'pistol-chain', 'shrimp-chain', 'knee-extension', 'nordic-chain']),
      eased: ['squat'],
    },
    ankle: {
      barredFromHigh: entries(['power'], ['single-leg', 'ankle']),
      barred: entries([], ['plyometric', 'ankle', 'pistol-chain']),
      eased: ['squat'],
    },
  } as Partial<Record<PainSite, Effect>>,
}

/** A block of weeks, and what to say when something at home would help. */
const block = { weeksMin: 4, weeksMax: 12, weeksBeforeDeload: 6 }
const hint = {
  /** The least levels by which a thing lifts the hardest rung of a slot. */
  liftMin: 0.5,
  household: ['wall', 'chair', 'table', 'doorframe', 'towel', 'stairs'],
  /** The first pull with bent arms is worth a hint by itself. */
  pull: { slot: 'hpull', tag: 'bent-arm' },
}

/** Every number of the coach: what is recommended for a day, a week and a block. */
export const coachRules = { estimate, target, rung, beyond, week, session, pain, block, hint }
