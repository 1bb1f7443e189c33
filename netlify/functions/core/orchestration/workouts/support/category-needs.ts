import type { Advice } from '#domain/coach/advice/advise.js'
import { volumeOf } from '#domain/coach/session/weekly-volume.js'
import { categoryOfGroup, groupOf } from '#domain/coach/slot-groups.js'
import { rungsOf } from '#domain/coach/slot-key.js'
import { type Category, categories, strengthSlots } from '#domain/library/vocabulary.js'
import { mean, sum } from '#domain/values/statistics.js'
import type { NextWorkout } from './next-workout.schema.js'

/** Days whose hard sets are told of a category. */
const windowDays = 14

/** Tells how far each category is behind, the most needed first. */
export function needsOf({ view }: Advice, asked: readonly Category[] | null): NextWorkout['categories'] {
  const needs = categories
    .filter((category) => asked === null || asked.includes(category))
    .map((category) => {
      const slots = strengthSlots.filter((slot) => categoryOfGroup[groupOf[slot]] === category && slot !== 'core')
      const deficits = slots.map((slot) => Math.max(0, Math.min(1, volumeOf(slot, view).deficit)))
      return { category, need: mean(deficits) ?? 0, hardSets: hardSetsIn(category, view) }
    })
  return needs.toSorted((a, b) => b.need - a.need)
}

function hardSetsIn(category: Category, { athlete, library, day }: Advice['view']): number {
  const recent = athlete.hardSets.filter((entry) => entry.day > day - windowDays && entry.day <= day)
  return sum(recent.filter(({ key }) => rungsOf(key, library)[0]?.category === category).map(({ sets }) => sets))
}
