/**
 * How a log is read before it is judged. Everything in which a later version reads it differently
 * is a word or a number here, so that no function asks which version it is.
 */
export type JudgingRules = {
  /** Which kinds of sets count: every set, or working sets and sets to failure alone. */
  readonly kinds: 'every' | 'working'
  /** Which performed set is held against which planned one. */
  readonly assignment: 'by-position' | 'best'
  /** Whether each entry of a session is judged by itself, or all entries of one exercise together. */
  readonly together: 'entry' | 'session'
  /** The most planned sets of one exercise that a session is judged by: the first ones. */
  readonly plannedSetsMax: number
  /** What a session is held against: the working sets, or what was planned for it. */
  readonly heldAgainst: 'working-sets' | 'plan'
  /**
   * A set that ended with something in reserve counts as its target when no more than this was
   * missing: reps, or the share of a hold that must be done.
   */
  readonly reserve: { readonly reps: number; readonly holdShare: number }
  /** What added weight and assistance do to the amount that counts. */
  readonly load: {
    readonly counts: 'assistance-alone' | 'effective'
    /** The largest share of the moved body mass for which Epley's formula is used. */
    readonly shareMax: number
    /** Epley: the maximum in one rep is the mass times (1 + reps / this). */
    readonly epleyReps: number
  }
  /**
   * The most levels above its difficulty for which an exercise speaks; a maximum beyond them is a lower
   * bound. Null for no limit.
   */
  readonly extrapolationLevelsMax: number | null
  /** What sets of no reps tell of the ability: nothing, or that it ends below one. */
  readonly failedAttempt: 'left-out' | 'observed'
  /** What an unrated set tells where another set of the exercise failed: a lower bound, or the maximum. */
  readonly unratedBesideFailed: 'lower-bound' | 'maximum'
  /**
   * Whether the last set's RPE is taken as it is, or as it would have been at the target: a rep
   * more than asked is a point less.
   */
  readonly effort: 'as-rated' | 'at-target'
  /** What follows when a target below the standard was met with nothing in reserve. */
  readonly metAtLimit: 'stays' | 'one-set-further'
  readonly mastery: {
    /** Whether every session that meets the standard masters it anew. */
    readonly decided: 'each-time' | 'once'
    /** The fewest sets of the standard that speak for a mastery. */
    readonly setsMin: number
  }
  /** Whether working sets above the standard that somebody asked for are cut to it. */
  readonly aboveStandard: 'cut' | 'kept'
  /** Whose break takes working sets back. */
  readonly gap: {
    readonly of: 'category' | 'exercise'
    /** An exercise at most so many levels easier keeps one from being away. */
    readonly levelsBelow: number
  }
  /** What strong pain in one exercise holds: that exercise, or its category, for so many days. */
  readonly pain: { readonly holds: 'exercise' | 'category'; readonly days: number }
  /** What waits while an entry waits for review: the estimate alone, or all that would follow. */
  readonly review: 'estimate' | 'everything'
  /**
   * A set waits for review when it is more than so many times the athlete's best, the next largest
   * set of the session and the standard; a single first set, so many times the standard.
   */
  readonly plausible: { readonly factor: number; readonly firstFactor: number }
  /**
   * What the most of an exercise in one set is, that an athlete told and nobody saw: a level alone, or
   * a measure of that exercise as well. Of what was told `share` is believed, and `variance` (levels
   * squared) comes on top of what a set that was seen has.
   */
  readonly toldMaximum: { readonly counts: 'level' | 'measure'; readonly share: number; readonly variance: number }
  /** What a passed level test is: a level, or an observation of what was tested as well. */
  readonly passedTest: 'level' | 'observation'
  /** Whether a planned modifier (load, tempo, pause) has working sets of its own. */
  readonly modifiers: 'left-out' | 'own-sets'
}

/** How 2026.1 reads a log. */
export const judgingRules2026v1: JudgingRules = {
  kinds: 'every',
  assignment: 'by-position',
  together: 'entry',
  plannedSetsMax: 20,
  heldAgainst: 'working-sets',
  reserve: { reps: 0, holdShare: 1 },
  load: { counts: 'assistance-alone', shareMax: 0.5, epleyReps: 30 },
  extrapolationLevelsMax: null,
  failedAttempt: 'left-out',
  unratedBesideFailed: 'lower-bound',
  effort: 'as-rated',
  metAtLimit: 'stays',
  mastery: { decided: 'each-time', setsMin: 1 },
  aboveStandard: 'cut',
  gap: { of: 'category', levelsBelow: 0.5 },
  pain: { holds: 'exercise', days: 7 },
  review: 'estimate',
  plausible: { factor: 3, firstFactor: 5 },
  toldMaximum: { counts: 'level', share: 1, variance: 0 },
  passedTest: 'level',
  modifiers: 'left-out',
}

/** How 2026.2 reads a log: as people really train and write it down. */
export const judgingRules2026v2: JudgingRules = {
  kinds: 'working',
  assignment: 'best',
  together: 'session',
  plannedSetsMax: 100,
  heldAgainst: 'plan',
  reserve: { reps: 2, holdShare: 0.8 },
  load: { counts: 'effective', shareMax: 0.5, epleyReps: 30 },
  extrapolationLevelsMax: 1,
  failedAttempt: 'observed',
  unratedBesideFailed: 'maximum',
  effort: 'at-target',
  metAtLimit: 'one-set-further',
  mastery: { decided: 'once', setsMin: 2 },
  aboveStandard: 'kept',
  gap: { of: 'exercise', levelsBelow: 0.5 },
  pain: { holds: 'category', days: 7 },
  review: 'everything',
  plausible: { factor: 3, firstFactor: 5 },
  /**
   * Pull-ups told and pull-ups seen months later correlate at 0.82, with poor to fair agreement and more
   * told than seen (Aandstad 2021, doi 10.1080/17461391.2021.2012597). That leaves about a quarter of a
   * level (0.25 squared) where people differ by half of one; a tenth off is a product default.
   */
  toldMaximum: { counts: 'measure', share: 0.9, variance: 0.0625 },
  passedTest: 'observation',
  modifiers: 'own-sets',
}
