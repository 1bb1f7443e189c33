import { initialAbility } from '#domain/ability/ability.js'
import { capacityOf } from '#domain/coach/capacity.js'
import type { CoachExercise } from '#domain/coach/coach-exercise.js'
import { slotKeyOf } from '#domain/coach/slot-key.js'
import { isUsable } from '#domain/library/library-facts.js'
import type { StrengthSlot } from '#domain/library/vocabulary.js'
import type { DoneItem } from '../perform.js'
import { withinMinutes } from './minutes.js'
import { isTrainingDay, type Policy, type PolicySetting } from './policy.js'

/** The order of a session: opposites in pairs, core last. */
const order = ['vpull', 'vpush', 'hpull', 'hpush', 'squat', 'hinge', 'core'] as const satisfies readonly StrengthSlot[]

const sets = 3
const missesMax = 3
const daysPerWeek = 3

type Place = { readonly slug: string; readonly target: number; readonly misses: number }

/**
 * Double progression in the style of the Recommended Routine: seven slots, three sets, from 5 to 8
 * reps (core 8 to 12, holds 10 to 30 s), the next exercise at the top, the one before after three
 * misses; three days a week, no deload, whatever hurts.
 */
export function doubleProgression({ archetype, library, ruleBook }: PolicySetting): Policy {
  const rules = ruleBook.inForce
  const places = new Map<StrengthSlot, Place>()
  const rungsOf = (slot: StrengthSlot, equipment: readonly string[]): CoachExercise[] => {
    const usable = [...library.values()].filter((one) => one.slot === slot && isUsable(one, equipment))
    const inReps = usable.filter(({ metric, tags }) => metric === 'reps' && !tags.includes('eccentric'))
    return (inReps.length > 0 && slot !== 'core' ? inReps : usable).toSorted((a, b) => a.difficulty - b.difficulty)
  }
  /** The hardest exercise that should give eight, from what the athlete says to be. */
  const firstRung = (rungs: readonly CoachExercise[]): CoachExercise | undefined => {
    const fits = rungs.filter((rung) => {
      const said = initialAbility(Math.floor(archetype.levels[rung.category]), rules)
      return capacityOf(rung, said, 0, rules) >= topOf(rung)
    })
    return fits.at(-1) ?? rungs[0]
  }
  const rungOf = (slot: StrengthSlot, equipment: readonly string[]): { rung: CoachExercise; place: Place } | null => {
    const rungs = rungsOf(slot, equipment)
    const place = places.get(slot)
    const known = rungs.find(({ slug }) => slug === place?.slug)
    if (known && place) return { rung: known, place }
    const before = [...library.values()].find(({ slug }) => slug === place?.slug)
    const rung = before
      ? (rungs.filter(({ difficulty }) => difficulty <= before.difficulty).at(-1) ?? rungs[0])
      : firstRung(rungs)
    return rung ? { rung, place: { slug: rung.slug, target: bottomOf(rung), misses: 0 } } : null
  }
  let equipmentToday: readonly string[] = []
  return {
    plan: ({ index, equipment }) => {
      if (!isTrainingDay(daysPerWeek, index % 7)) return null
      equipmentToday = equipment
      const items = order.flatMap((slot) => {
        const found = rungOf(slot, equipment)
        if (!found) return []
        const targets = Array.from({ length: sets }, () => found.place.target)
        return [{ exercise: found.rung, targets, modifier: 'none' as const }]
      })
      return withinMinutes(items, archetype.minutes, rules)
    },
    after: (done) => {
      for (const item of done) {
        const slot = slotKeyOf(item.exercise) as StrengthSlot
        places.set(
          slot,
          nextPlace(item, rungOf(slot, equipmentToday)?.place.misses ?? 0, rungsOf(slot, equipmentToday)),
        )
      }
    },
  }
}

function nextPlace({ exercise, targets, sets: did }: DoneItem, misses: number, rungs: readonly CoachExercise[]): Place {
  const target = targets[0] ?? 1
  const at = rungs.findIndex(({ slug }) => slug === exercise.slug)
  if (did.some(({ amount }) => amount < target)) {
    if (misses + 1 < missesMax) return { slug: exercise.slug, target, misses: misses + 1 }
    const easier = rungs[at - 1] ?? exercise
    return { slug: easier.slug, target: bottomOf(easier), misses: 0 }
  }
  if (target < topOf(exercise)) {
    return { slug: exercise.slug, target: Math.min(topOf(exercise), target + stepOf(exercise)), misses: 0 }
  }
  const harder = rungs[at + 1]
  return harder
    ? { slug: harder.slug, target: bottomOf(harder), misses: 0 }
    : { slug: exercise.slug, target, misses: 0 }
}

function bottomOf({ metric, slot }: CoachExercise): number {
  if (metric === 'duration') return 10
  return slot === 'core' ? 8 : 5
}

function topOf({ metric, slot }: CoachExercise): number {
  if (metric === 'duration') return 30
  return slot === 'core' ? 12 : 8
}

function stepOf({ metric }: CoachExercise): number {
  return metric === 'duration' ? 5 : 1
}
