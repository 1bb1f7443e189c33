import { type Category, type StrengthSlot, strengthSlots } from '#domain/library/vocabulary.js'
import type { SlotKey } from './coach-exercise.js'

/** Slots that tire the same muscles. */
export type Group = 'push' | 'pull' | 'legs' | 'core'

export const groupOf = {
  hpush: 'push',
  vpush: 'push',
  hpull: 'pull',
  vpull: 'pull',
  squat: 'legs',
  hinge: 'legs',
  core: 'core',
} as const satisfies Record<StrengthSlot, Group>

/** Each group but core has two slots, each other's sibling. */
export const siblingOf: Readonly<Partial<Record<SlotKey, StrengthSlot>>> = {
  hpush: 'vpush',
  vpush: 'hpush',
  hpull: 'vpull',
  vpull: 'hpull',
  squat: 'hinge',
  hinge: 'squat',
}

/** Opposites, which rest while the other works. */
export const pairs = [
  ['hpush', 'hpull'],
  ['vpush', 'vpull'],
  ['squat', 'hinge'],
] as const satisfies readonly (readonly [StrengthSlot, StrengthSlot])[]

/** The category whose level decides how much a slot is trained. */
export const categoryOfGroup = {
  push: 'Push',
  pull: 'Pull',
  legs: 'Squat',
  core: 'Push',
} as const satisfies Record<Group, Category>

/** Returns the opposite of a slot; undefined for core and skills, which have none. */
export function partnerOf(key: SlotKey): StrengthSlot | undefined {
  for (const [first, second] of pairs) {
    if (key === first) return second
    if (key === second) return first
  }
  return undefined
}

/** Tells whether what is counted is a slot that is trained for strength. */
export function isStrengthSlot(key: SlotKey): key is StrengthSlot {
  return strengthSlots.some((slot) => slot === key)
}

/** Returns the group of what is counted; undefined for skills, which tire no group in this account. */
export function groupOfKey(key: SlotKey): Group | undefined {
  return isStrengthSlot(key) ? groupOf[key] : undefined
}
