import { type StrengthSlot, strengthSlots } from '#domain/library/vocabulary.js'
import type { CoachView } from '../coach-view.js'
import type { LeftOut, SessionRule } from '../recommendation.js'
import { chooseHalf } from './choose-half.js'
import { hasRecovered, setsYesterday } from './recovery.js'
import type { SlotVolume } from './weekly-volume.js'

/** The slots that may be trained on a day, and why the others are not. */
export type TodaysSlots = {
  readonly slots: readonly StrengthSlot[]
  readonly rules: readonly SessionRule[]
  readonly leftOut: readonly LeftOut[]
}

/**
 * Returns the slots of a day: those that have recovered; of a split, those of one half.
 *
 * @param force whether the athlete trains in spite of what has not recovered.
 */
export function todaysSlots(volumes: readonly SlotVolume[], force: boolean, view: CoachView): TodaysSlots {
  const recovered = volumes.filter(({ slot }) => force || hasRecovered(slot, view))
  const tired = strengthSlots.filter((slot) => !recovered.some((volume) => volume.slot === slot))
  const leftOut = tired.map((slot) => recovering(slot, view))
  const slots = recovered.map(({ slot }) => slot)
  if (view.athlete.daysPerWeek <= view.rules.coach.week.fullBodyDaysMax) return { slots, rules: [], leftOut }
  const half = chooseHalf(recovered, view.rules)
  const others = slots.filter((slot) => !half.slots.includes(slot))
  return {
    slots: half.slots,
    rules: [half.rule],
    leftOut: [...leftOut, ...others.map((slot) => otherHalf(slot, half.rule.half))],
  }
}

function recovering(slot: StrengthSlot, view: CoachView): LeftOut {
  const threshold = view.rules.coach.week.recoverySets
  return { key: slot, rule: { id: 'slot.recovering', setsYesterday: setsYesterday(slot, view), threshold } }
}

function otherHalf(slot: StrengthSlot, half: 'upper' | 'lower'): LeftOut {
  return { key: slot, rule: { id: 'slot.other_half', half } }
}
