import type { Chosen } from './perform.js'
import type { Journey } from './run.js'

/** Levels below the athlete from which a working set is far too easy. */
const levelsBelow = 2

/** Why somebody gets what is far too easy; `choice` when there was no reason to. */
export type WhyFarBelow = 'pain' | 'failures' | 'nothing harder fits' | 'choice' | 'the policy does not say'

/** Working sets of an exercise, without a modifier, two levels or more below the athlete. */
export type FarBelow = {
  readonly day: number
  readonly slug: string
  readonly difficulty: number
  /** The true level in the slot, before the session. */
  readonly level: number
  readonly sets: number
  readonly why: WhyFarBelow
}

/** Lists what an athlete was given that is two levels or more below them, and why. */
export function listFarBelow({ sessions, firstDay }: Pick<Journey, 'sessions' | 'firstDay'>): FarBelow[] {
  return sessions.flatMap(({ day, items, levels }) =>
    items.flatMap(({ exercise: { slug, difficulty }, modifier, sets, chosen }, index): FarBelow[] => {
      const level = levels[index] ?? 0
      if (modifier !== 'none' || difficulty > level - levelsBelow) return []
      return [{ day: day - firstDay, slug, difficulty, level, sets: sets.length, why: whyChosen(chosen) }]
    }),
  )
}

function whyChosen(chosen: Chosen | undefined): WhyFarBelow {
  if (!chosen) return 'the policy does not say'
  if (chosen.rules.includes('rung.eased_for_pain')) return 'pain'
  if (chosen.rules.includes('rung.down_after_failures')) return 'failures'
  return chosen.harderFits ? 'choice' : 'nothing harder fits'
}
