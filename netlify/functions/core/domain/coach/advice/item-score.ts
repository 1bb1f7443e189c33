import { chanceOf } from '../capacity.js'
import type { CoachView } from '../coach-view.js'
import { estimateOf } from '../estimate.js'
import type { RecommendedItem } from '../recommendation.js'
import { volumeOf } from '../session/weekly-volume.js'
import { isStrengthSlot } from '../slot-groups.js'

/** What is told of an exercise in numbers: the chance of its sets, and what its slot lacks, 0-1. */
export type ItemScore = { readonly chance: number; readonly need: number }

/** Returns the chance to do all sets of an exercise with one in reserve, and how much its slot lacks. */
export function scoreOf({ key, exercise, sets, rules }: RecommendedItem, view: CoachView): ItemScore {
  const modifierLevels = rules.find((rule) => 'levels' in rule)?.levels ?? 0
  const demand = { target: Math.max(...sets), sets: sets.length, modifierLevels }
  return {
    chance: chanceOf(exercise, estimateOf(exercise, view), demand, view.rules),
    need: isStrengthSlot(key) ? Math.max(0, Math.min(1, volumeOf(key, view).deficit)) : 0,
  }
}
