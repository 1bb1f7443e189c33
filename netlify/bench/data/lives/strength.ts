import { daysBetween } from '#domain/calendar/days-between.js'
import { isUsable, type LibraryFacts } from '#domain/library/library-facts.js'
import { type Category, categories } from '#domain/library/vocabulary.js'
import type { Person } from '../people/person.js'
import type { World } from './world.js'

/** Days in which an athlete makes two thirds of all that they ever gain. */
const gainDays = 400
/** How long somebody keeps to the same exercises. */
const blockDays = 56
const exercisesPerBlock = 4

/** Tells where an athlete stands in a category on a day, on the level axis. */
export function strengthOn({ strength, firstDay }: Person, category: Category, date: string): number {
  const { start, gain } = strength[category]
  return start + gain * (1 - Math.exp(-daysBetween(firstDay, date) / gainDays))
}

/** Tells which share of an exercise's standard an athlete of this strength does: all of it, if it is as hard. */
export function shareOfStandard(strength: number, difficulty: number): number {
  return Math.min(1.5, Math.max(0.4, 0.95 + 0.3 * (strength - difficulty)))
}

/** The exercises that an athlete keeps to for a while, by category. */
export type Block = { readonly number: number; readonly exercises: Readonly<Record<Category, readonly LibraryFacts[]>> }

export function blockNumber({ firstDay }: Person, date: string): number {
  return Math.floor(daysBetween(firstDay, date) / blockDays)
}

/** Chooses the exercises of a block: in each category those that are closest to what the athlete can do. */
export function blockOn(person: Person, date: string, { offered }: World): Block {
  const usable = offered.filter((exercise) => isUsable(exercise, person.equipment))
  const chosen = categories.map((category) => {
    const strength = strengthOn(person, category, date)
    const closest = usable
      .filter((exercise) => exercise.category === category)
      .toSorted((a, b) => Math.abs(a.difficulty - strength) - Math.abs(b.difficulty - strength))
    return [category, closest.slice(0, exercisesPerBlock)] as const
  })
  return {
    number: blockNumber(person, date),
    exercises: Object.fromEntries(chosen) as Record<Category, LibraryFacts[]>,
  }
}
