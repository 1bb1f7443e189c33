import type { TrainingRules } from '#domain/rules/training-rules.js'
import type { Flag, FlagFacts } from './warning-flag.js'

/** Flags any strong pain in 7 days (Silbernagel 2007: above 5 is not acceptable). */
export function painHighFlag({ pain7Days }: FlagFacts, rules: TrainingRules): Flag | null {
  const isHigh = pain7Days?.some((pain) => pain > rules.flags.painHighAbove) ?? false
  return isHigh ? { code: 'PAIN_HIGH', severity: 'red' } : null
}

/** Flags noticeable pain at the same site in two or more of the last three sessions. */
export function painPersistentFlag({ painLast3SameSite }: FlagFacts, rules: TrainingRules): Flag | null {
  const { painMin, sessions, timesMin } = rules.flags.painPersistent
  const last = painLast3SameSite?.slice(-sessions) ?? []
  const times = last.filter((pain) => pain >= painMin).length
  return times >= timesMin ? { code: 'PAIN_PERSISTENT', severity: 'red' } : null
}
