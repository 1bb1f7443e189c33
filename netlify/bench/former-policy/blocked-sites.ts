import { addDays } from '#domain/calendar/days-between.js'
import type { PainSite } from '#domain/library/vocabulary.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import type { TrainingLog } from '#domain/training/training-log.js'

/**
 * A site that hurt, when it last did and how much, and the tags whose exercises are not offered
 * because of it.
 */
export type BlockedSite = {
  readonly site: PainSite
  readonly on: string
  /** The worst pain of these days, 0-10. */
  readonly pain: number
  readonly tags: readonly string[]
}

/**
 * Lists the sites that hurt noticeably in the last days, and what is not offered because of that.
 */
export function blockedSites(trainingLog: TrainingLog, today: string, rules: TrainingRules): BlockedSite[] {
  const { days, tagsBySite } = rules.workout.blockedSites
  const from = addDays(today, 1 - days)
  const sites = new Map<PainSite, BlockedSite>()
  for (const { date, exercises } of trainingLog.sessions.filter((session) => session.date >= from)) {
    for (const { pain, painSite } of exercises.flatMap(({ sets }) => sets)) {
      const tags = painSite && tagsBySite[painSite]
      if (!painSite || !tags || pain === null || pain < rules.flags.painPersistent.painMin) continue
      const known = sites.get(painSite)
      const on = known && known.on > date ? known.on : date
      sites.set(painSite, { site: painSite, on, pain: Math.max(pain, known?.pain ?? 0), tags })
    }
  }
  return [...sites.values()].sort((a, b) => (a.site < b.site ? -1 : 1))
}
