import { firstDayOf, type Step } from '#domain/calendar/time-step.js'
import { type Category, categories } from '#domain/library/vocabulary.js'
import type { BodyMassEntry } from '#domain/load/body-mass.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { type PerformedWork, setsIn, totalsOf, type WorkTotals } from './performed-work.js'

/** What was done in one step of time, named by its first day. */
export type SeriesPoint = WorkTotals & {
  readonly from: string
  readonly setsPerCategory: Readonly<Record<Category, number>>
}

/**
 * Adds up work by day, by ISO week (Monday first), or by month; steps without work are left out.
 */
export function seriesOf(
  work: readonly PerformedWork[],
  step: Step,
  bodyMass: readonly BodyMassEntry[],
  rules: TrainingRules,
): SeriesPoint[] {
  const steps = Map.groupBy(work, ({ date }) => firstDayOf(step, date))
  return [...steps].map(([from, sets]) => ({
    from,
    ...totalsOf(sets, bodyMass, rules),
    setsPerCategory: perCategory(sets),
  }))
}

function perCategory(sets: readonly PerformedWork[]): Record<Category, number> {
  const count = (category: Category) => setsIn(sets.filter((set) => set.category === category))
  return Object.fromEntries(categories.map((category) => [category, count(category)])) as Record<Category, number>
}
