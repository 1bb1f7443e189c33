import { type Ability, probabilityAtLeast } from '#domain/ability/ability.js'
import type { StrengthSlot } from '#domain/library/vocabulary.js'
import { sum } from '#domain/values/statistics.js'
import type { SlotKey } from '../coach-exercise.js'
import type { CoachView } from '../coach-view.js'
import { categoryAbility } from '../estimate.js'
import { categoryOfGroup, groupOf } from '../slot-groups.js'
import { isAlone } from './alone.js'

/** Hard sets of a slot in the days up to today, against what the coach aims at in a week. */
export type SlotVolume = {
  readonly slot: StrengthSlot
  readonly done: number
  /** Before `boost`, which a slot has that has to do the work of its sibling. */
  readonly target: number
  readonly boost: number
  /** With `boost`. */
  readonly cap: number
  /** Share of the target that is left; below 0 when more was done. */
  readonly deficit: number
}

/** Returns how much a slot was trained, and how much it should be, by the level in its category. */
export function volumeOf(slot: StrengthSlot, view: CoachView): SlotVolume {
  const { target, cap } = weeklySets(slot, view)
  const boost = isAlone(slot, view) ? view.rules.coach.week.boost : 1
  const done = hardSetsOf(slot, view)
  const wanted = Math.max(1, target * volumeMultiplier(view))
  return { slot, done, target: wanted, boost, cap: cap * boost, deficit: (wanted - done) / wanted }
}

/** Returns the share of the usual sets that this week has: less in a deload, and on the way back. */
export function volumeMultiplier({ athlete, rules }: CoachView): number {
  return (athlete.deload ? 1 / rules.deload.setsDivisor : 1) * athlete.returnMultiplier
}

/** Returns the hard sets of what is counted in the last days, today included. */
export function hardSetsOf(key: SlotKey, { athlete, day, rules }: CoachView): number {
  const after = day - rules.coach.week.days
  return sum(
    athlete.hardSets
      .filter((entry) => entry.key === key && entry.day > after && entry.day <= day)
      .map(({ sets }) => sets),
  )
}

function weeklySets(slot: StrengthSlot, view: CoachView): { readonly target: number; readonly cap: number } {
  const { strength, core } = view.rules.coach.week
  const level = likelyLevel(categoryAbility({ category: categoryOfGroup[groupOf[slot]] }, view), view)
  const sets = (slot === 'core' ? core : strength)[level]
  if (!sets) throw new Error(`the coach aims at no sets for level ${level}`)
  return sets
}

/** Returns the highest level that is more likely reached than not. */
export function likelyLevel(ability: Ability, { rules }: CoachView): number {
  const isReached = (level: number) => probabilityAtLeast(ability, level, rules) >= rules.coach.week.levelProbability
  let level = 0
  while (level < rules.ability.level.max && isReached(level + 1)) level += 1
  return level
}
