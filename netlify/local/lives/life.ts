import type { Category, PainSite, Slot } from '#domain/library/vocabulary.js'

/** A life that is lived against the API: who it is, what is true of them, and what happens. */
export type Life = {
  /** The name of its page. */
  readonly slug: string
  readonly name: string
  readonly title: string
  /** What somebody is told before reading. */
  readonly about: string
  readonly profile: Readonly<Record<string, unknown>> & { readonly bodyMassKg: number }
  /** The most in one set, as they answer the self-assessment. */
  readonly answers: Readonly<Record<string, number>>
  readonly goals?: readonly object[]
  readonly truth: Truth
  /** Days of the week on which there is time; 0 is Monday. */
  readonly weekdays: readonly number[]
  /** Weeks of training that come before the page begins, and the days without any after them. */
  readonly before?: { readonly weeks: number; readonly pauseDays: number }
  readonly happenings?: readonly Happening[]
}

/** What nobody tells the API. */
export type Truth = {
  /** Ability by category on the first day, in levels. */
  readonly ability: Readonly<Record<Category, number>>
  /** How many levels a slot is above its category. */
  readonly slots?: Readonly<Partial<Record<Slot, number>>>
  /** Levels that a well-chosen set adds to somebody at level 0. */
  readonly gainPerSet: number
}

/** What holds on some days; day 0 is the Monday on which the page begins. */
export type Happening = {
  readonly from: number
  readonly to: number
  readonly says: string
  /** The place in the profile where the sessions of these days are. */
  readonly place?: string
  /** There is no time at all. */
  readonly away?: true
  /** What is noted in the check-in of each day with time. */
  readonly checkIn?: Readonly<Record<string, number | PainSite>>
}

/** The weeks of a page. */
export const weeksOfLife = 12

export function happeningsOn({ happenings = [] }: Life, day: number): Happening[] {
  return happenings.filter(({ from, to }) => from <= day && day <= to)
}
