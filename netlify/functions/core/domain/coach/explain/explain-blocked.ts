import type { PainSite, Slot, Tag } from '#domain/library/vocabulary.js'
import type { Blocked } from '../recommendation.js'
import { listed, siteInWords, slotInWords } from './coach-words.js'

/** What pain at one site takes out of a session and what it makes easier. */
export type BlockedSite = {
  readonly site: PainSite
  /** The worst of the last days, 0-10. */
  readonly pain: number
  readonly barredSlots: readonly Slot[]
  readonly barredTags: readonly Tag[]
  readonly easedSlots: readonly Slot[]
  /** The pain from which each of it holds, by rule. */
  readonly thresholds: Readonly<Record<string, number>>
  readonly explanation: string
}

/** Gathers site by site what pain bars and eases. */
export function blockedSites(blocked: readonly Blocked[]): BlockedSite[] {
  return [...Map.groupBy(blocked, ({ site }) => site)].map(([site, entries]) => {
    const barred = entries.filter(({ rule }) => rule === 'pain.bars')
    const barredSlots = barred.flatMap(slotOf)
    const easedSlots = entries.filter(({ rule }) => rule === 'pain.eases').flatMap(slotOf)
    const pain = Math.max(...entries.map((entry) => entry.pain))
    return {
      site,
      pain,
      barredSlots,
      barredTags: barred.flatMap(({ what }) => ('tag' in what ? [what.tag] : [])),
      easedSlots,
      thresholds: thresholdsOf(entries),
      explanation: sentence(site, pain, barredSlots, easedSlots),
    }
  })
}

function thresholdsOf(entries: readonly Blocked[]): Record<string, number> {
  const lowest = [...Map.groupBy(entries, ({ rule }) => rule)].map(
    ([rule, of]) => [rule, Math.min(...of.map(({ threshold }) => threshold))] as const,
  )
  return Object.fromEntries(lowest)
}

function slotOf({ what }: Blocked): Slot[] {
  return 'slot' in what ? [what.slot] : []
}

function sentence(site: PainSite, pain: number, barred: readonly Slot[], eased: readonly Slot[]): string {
  const out = barred.length > 0 ? `no ${listed(barred.map(slotInWords))}` : 'nothing that loads it most'
  const easier = eased.length > 0 ? `, and an easier ${listed(eased.map(slotInWords))}` : ''
  return `Pain of ${pain} out of 10 was noted (${siteInWords(site)}): ${out}${easier} for now; seek advice if it lasts.`
}
