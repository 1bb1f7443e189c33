import type { DeloadTrigger } from '#domain/event/vocabulary.js'
import type { EquipmentHint, SlotWeek } from '../recommendation.js'
import { listed, slotInWords } from './coach-words.js'

/** Says in a sentence how much a slot was trained in a week. */
export function explainSlotWeek({ slot, hardSets, target, cap }: SlotWeek): string {
  return `${capitalised(slotInWords(slot))}: ${hardSets} of about ${Math.round(target)} hard sets in 7 days, never more than ${Math.round(cap)}.`
}

/** Says in a sentence what a thing that is not at hand would do. */
export function explainHint({ item, slots }: EquipmentHint): string {
  return `With a ${item.replaceAll('-', ' ')} there would be better exercises for ${listed(slots.map(slotInWords))}.`
}

const because: Readonly<Record<DeloadTrigger, string>> = {
  regressions: 'two exercises or more went back lately',
  high_rpe: 'the last two weeks were very hard',
  low_readiness: 'your readiness was low three times in a row',
  scheduled: 'you have trained for six weeks without one',
}

/**
 * Says in a sentence why a week is easier, and that it need not be. What it changes is said by the
 * rule of its sessions.
 */
export function explainEasierWeek({
  begun,
  triggers,
}: {
  readonly begun: boolean
  readonly triggers: readonly DeloadTrigger[]
}): string {
  if (begun) return 'You have begun the easier week.'
  return `The easier week is due because ${listed(triggers.map((trigger) => because[trigger]))}. You can decline it.`
}

/** How to know when a set is over; said once with each session. */
export const reserveSentence =
  'Stop each set when you could do two more (of a hold, a fifth more): two more or fewer than the target are right.'

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** Says what a plan is. */
export const forecastSentence =
  'A forecast, as if all of it was done: it is made anew after each session, and only the days that you accept are planned.'
