import { mondayOf } from '#domain/calendar/iso-week.js'
import type { Library } from '#domain/library/library-facts.js'
import type { Category } from '#domain/library/vocabulary.js'
import type { RuleBook } from '#domain/rules/rule-book.js'
import { deriveTraining } from './derive.js'
import { abilityOn } from './fold-ability.js'
import type { TrainingLog } from './training-log.js'

/** The mean of the ability, in levels, on the day of a session. */
export type AbilityPoint = { readonly on: string; readonly mean: number }

/**
 * A function that lists the ability in a category after the last session of each week from a day
 * on, oldest first.
 */
export type AbilityHistory = (category: Category, from: string) => AbilityPoint[]

/**
 * Returns the history of an athlete's ability. The training log is folded once, when the history is
 * first asked for.
 */
export function abilityHistory(trainingLog: TrainingLog, library: Library, ruleBook: RuleBook): AbilityHistory {
  let points: readonly CategoryPoint[] | null = null
  return (category, from) => {
    points ??= everyPoint(trainingLog, library, ruleBook)
    const wanted = points.filter((point) => point.category === category && point.on >= from)
    const lastOfWeek = new Map(wanted.map(({ on, mean }) => [mondayOf(on), { on, mean }]))
    return [...lastOfWeek.values()]
  }
}

type CategoryPoint = AbilityPoint & { readonly category: Category }

function everyPoint(trainingLog: TrainingLog, library: Library, ruleBook: RuleBook): CategoryPoint[] {
  const points: CategoryPoint[] = []
  deriveTraining(trainingLog, library, ruleBook, {
    after: ({ date }, { categories }) => {
      for (const standing of categories.values()) {
        if (standing.lastSessionOn !== date) continue
        points.push({ category: standing.category, on: date, mean: abilityOn(standing, date, ruleBook.inForce).mean })
      }
    },
  })
  return points
}
