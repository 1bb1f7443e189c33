import { addDays } from '#domain/calendar/days-between.js'
import type { PainSite } from '#domain/effort/set.schema.js'
import { type TrainingRules, trainingRules } from '#domain/rules/training-rules.js'
import type { TrainingLog } from '#domain/training/training-log.js'

/**
 * Days, today included, for which noticeable pain at a site blocks what loads it most. Product
 * default.
 */
const blockDays = 7

/**
 * What loads a site most, by the library's tags. Product default, and no diagnosis: exercises with
 * these tags are not offered while the site hurts; everything else stays the athlete's choice.
 */
const tagsBySite: Readonly<Partial<Record<PainSite, readonly string[]>>> = {
  wrist: ['handstand-chain', 'planche-chain', 'straight-arm'],
  elbow: ['straight-arm', 'one-arm-chain', 'muscle-up-chain'],
  shoulder: ['handstand-chain', 'planche-chain', 'dip-chain', 'lever-chain', 'muscle-up-chain'],
  neck: ['handstand-chain'],
  'upper-back': ['lever-chain', 'muscle-up-chain'],
  'lower-back': ['hinge', 'lever-chain', 'compression'],
  hip: ['lunge', 'hinge', 'compression'],
  knee: ['plyometric', 'pistol-chain', 'shrimp-chain', 'nordic-chain', 'knee-extension'],
  ankle: ['plyometric', 'pistol-chain', 'ankle'],
}

/**
 * A site that hurt, when it last did and how much, and the tags that are not offered because of it.
 */
export type BlockedSite = {
  readonly site: PainSite
  readonly on: string
  /** Worst of these days, 0-10. */
  readonly pain: number
  readonly tags: readonly string[]
}

/**
 * The sites that hurt noticeably (4 or more) in the last 7 days, and what is not offered because of
 * that.
 */
export function blockedSites(
  trainingLog: TrainingLog,
  today: string,
  rules: TrainingRules = trainingRules,
): BlockedSite[] {
  const from = addDays(today, 1 - blockDays)
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
