import { type Slot, strengthSlots } from '#domain/library/vocabulary.js'
import { compareCodePoints } from '#domain/values/code-point-order.js'
import type { CoachView } from '../coach-view.js'
import { barringEntries, currentPain, easesSlot, type SitePain } from '../pain-effect.js'
import type { Blocked } from '../recommendation.js'

/**
 * Lists what pain takes out of a session or makes easier, site by site; of what two degrees of pain
 * bar, the lower one is named.
 */
export function blockedByPain(view: CoachView): Blocked[] {
  return currentPain(view)
    .toSorted((a, b) => compareCodePoints(a.site, b.site))
    .flatMap((hurt) => {
      const barred = barredBy(hurt, view)
      return [...barred, ...easedBy(hurt, barred, view)]
    })
}

function barredBy(hurt: SitePain, view: CoachView): Blocked[] {
  const byWhat = new Map<string, Blocked>()
  for (const { what, threshold } of barringEntries(hurt, view.rules)) {
    // from the heavier degree to the lighter one, which replaces it in place
    byWhat.set(JSON.stringify(what), { rule: 'pain.bars', ...hurt, what, threshold })
  }
  return [...byWhat.values()]
}

function easedBy(hurt: SitePain, barred: readonly Blocked[], view: CoachView): Blocked[] {
  const isBarred = (slot: Slot) => barred.some(({ what }) => 'slot' in what && what.slot === slot)
  return strengthSlots
    .filter((slot) => easesSlot(slot, hurt, view.rules) && !isBarred(slot))
    .map((slot) => ({ rule: 'pain.eases', ...hurt, what: { slot }, threshold: view.rules.coach.pain.easedFrom }))
}
