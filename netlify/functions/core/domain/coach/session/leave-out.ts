import { isUsable } from '#domain/library/library-facts.js'
import type { StrengthSlot } from '#domain/library/vocabulary.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import type { SlotKey } from '../coach-exercise.js'
import type { CoachView } from '../coach-view.js'
import { slotAbility } from '../estimate.js'
import { fittingRungs } from '../fitting-rungs.js'
import { barsOf } from '../pain-effect.js'
import type { SlotRule } from '../recommendation.js'
import { siblingOf } from '../slot-groups.js'
import { rungsOf } from '../slot-key.js'
import type { Work } from './choose-work.js'
import type { SlotVolume } from './weekly-volume.js'

/**
 * Returns why a slot, or a ladder of skills, with nothing to choose from is left out: what is
 * missing, or what hurts.
 */
export function nothingFits(key: SlotKey, view: CoachView): SlotRule {
  const usable = rungsOf(key, view.library).filter((exercise) => isUsable(exercise, view.athlete.equipment))
  const { tag } = view.rules.coach.hint.pull
  if (key === 'vpull' && !usable.some(({ tags }) => tags.includes(tag))) return { id: 'slot.no_vertical_pull' }
  const sites = new Set(usable.flatMap((exercise) => barsOf(exercise, view)).map(({ site }) => site))
  return { id: 'slot.nothing_fits', sites: [...sites].sort() }
}

/** Returns why a slot for which something was chosen is left out all the same; null when it is not. */
export function whyLeftOut(work: Work, volume: SlotVolume, setsAtFirst: number, view: CoachView): SlotRule | null {
  return weeklyCapReached(volume, setsAtFirst) ?? tooFarBelow(work, volume.slot, view)
}

function weeklyCapReached({ cap, done }: SlotVolume, setsAtFirst: number): SlotRule | null {
  return cap - done < setsAtFirst ? { id: 'slot.weekly_cap', done, threshold: cap } : null
}

/** What is far too easy gives its time to the sibling, when that has something harder. */
function tooFarBelow({ choice }: Work, slot: StrengthSlot, view: CoachView): SlotRule | null {
  const sibling = siblingOf[slot]
  if (sibling === undefined) return null
  const { exercise, beyond } = choice
  const difficulty = exercise.difficulty + beyond.levels
  const ability = slotAbility(exercise, view).mean
  const { tooFarBelow: threshold } = view.rules.coach.rung
  if (difficulty > ability - threshold) return null
  const hasHarder = fittingRungs(sibling, view).fit.some((other) => other.difficulty > exercise.difficulty)
  return hasHarder ? { id: 'slot.too_far_below', difficulty, ability, sibling, threshold } : null
}

/** Returns the sets with which each exercise enters a session. */
export function setsAtFirst(minutes: number, deload: boolean, { coach }: TrainingRules): number {
  const { sets, shortMinutes } = coach.session
  return minutes <= shortMinutes || deload ? sets.short : sets.start
}
