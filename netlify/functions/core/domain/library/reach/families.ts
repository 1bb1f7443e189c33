import type { Slot } from '../vocabulary.js'
import type { Reach, ReachMap } from './reach.js'

/**
 * A family of slots whose rungs must follow each other, whatever somebody owns. The limits are
 * product defaults: a step of a level is what two or three months of training bring.
 */
export type Family = {
  readonly name: string
  readonly slots: readonly Slot[]
  /** The widest step between neighbouring rungs that can be reached, in levels. */
  readonly stepMax: number
  /** The hardest rung that can always be reached, in levels: less where there is nothing to hang from. */
  readonly topMin: number
}

export const families: readonly Family[] = [
  { name: 'push', slots: ['hpush', 'vpush'], stepMax: 0.85, topMin: 5 },
  { name: 'hpush', slots: ['hpush'], stepMax: 0.85, topMin: 4.8 },
  { name: 'squat', slots: ['squat'], stepMax: 0.85, topMin: 5 },
  { name: 'hinge', slots: ['hinge'], stepMax: 1.05, topMin: 4.4 },
  { name: 'core', slots: ['core'], stepMax: 0.85, topMin: 5 },
  { name: 'pull', slots: ['hpull', 'vpull'], stepMax: 1.05, topMin: 2.4 },
]

/** The widest step between rungs that can be reached, and the hardest of them, in levels. */
export type Climb = { readonly step: number; readonly top: number }

/** Lists the rungs of a family by their places in the map, the easiest first. */
export function rungsOf({ slots }: Family, { exercises }: ReachMap): number[] {
  return exercises.flatMap(({ slot }, place) => (slots.includes(slot) ? [place] : []))
}

/** Measures how far and in which steps rungs lead; without any it is one step to nowhere. */
export function climbOf(rungs: readonly number[], { exercises }: ReachMap, { reached }: Reach): Climb {
  const climbed = rungs.filter((place) => reached[place] === 1)
  let [step, top] = [climbed.length === 0 ? Number.POSITIVE_INFINITY : 0, 0]
  for (const place of climbed) {
    const difficulty = exercises[place]?.difficulty ?? top
    step = Math.max(step, difficulty - top)
    top = difficulty
  }
  return { step, top }
}
