import { mondayOf } from '#domain/calendar/iso-week.js'
import type { Category } from '#domain/library/vocabulary.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { abilityOn } from './known-ability.js'
import type { TrainingState } from './training-state.js'

/** The mean of the ability, in levels, on the day of a session. */
export type AbilityPoint = { readonly on: string; readonly mean: number }

/** The abilities after the last session of each of the last weeks by category, oldest first. */
export type AbilityHistory = ReadonlyMap<Category, readonly AbilityPoint[]>

/** Weeks that are remembered: no forecast looks farther back. */
const weeksKept = 16

/** Notes the abilities in the categories that were trained on a day, by the rules given. */
export function noteAbilities(
  history: Map<Category, readonly AbilityPoint[]>,
  date: string,
  { categories }: Pick<TrainingState, 'categories'>,
  rules: TrainingRules,
): void {
  for (const standing of categories.values()) {
    if (standing.lastSessionOn !== date) continue
    const points = history.get(standing.category) ?? []
    const last = points.at(-1)
    const isSameWeek = last !== undefined && mondayOf(last.on) === mondayOf(date)
    const earlier = isSameWeek ? points.slice(0, -1) : points
    const point = { on: date, mean: abilityOn(standing, date, rules).mean }
    history.set(standing.category, [...earlier, point].slice(-weeksKept))
  }
}
