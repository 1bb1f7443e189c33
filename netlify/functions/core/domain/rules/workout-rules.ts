import type { PainSite } from '#domain/library/vocabulary.js'

/** The recommended workout. Product defaults. */
export const workoutRules = {
  /** Minutes of a workout when the athlete names none. */
  minutesUsual: 45,
  /**
   * Noticeable pain at a site (`flags.painPersistent.painMin`) blocks the exercises that load the
   * site most, by the library's tags. This is no diagnosis: everything else stays the athlete's
   * choice.
   */
  blockedSites: {
    /** Days, today included, for which the pain blocks. */
    days: 7,
    tagsBySite: {
      wrist: ['handstand-chain', 'planche-chain', 'straight-arm'],
      elbow: ['straight-arm', 'one-arm-chain', 'muscle-up-chain'],
      shoulder: ['handstand-chain', 'planche-chain', 'dip-chain', 'lever-chain', 'muscle-up-chain'],
      neck: ['handstand-chain'],
      'upper-back': ['lever-chain', 'muscle-up-chain'],
      'lower-back': ['hinge', 'lever-chain', 'compression'],
      hip: ['lunge', 'hinge', 'compression'],
      knee: ['plyometric', 'pistol-chain', 'shrimp-chain', 'nordic-chain', 'knee-extension'],
      ankle: ['plyometric', 'pistol-chain', 'ankle'],
    } as Partial<Record<PainSite, string[]>>,
  },
}

/** The way to a skill. Product defaults. */
export const pathRules = {
  /**
   * Share of an exercise's progress, 0 to 1, that working sets at their defaults stand for; the
   * rest is meeting the defaults as often as mastery asks.
   */
  workingShare: 0.8,
}
