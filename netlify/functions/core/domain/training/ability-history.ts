import { mondayOf } from '#domain/calendar/iso-week.js'
import type { Library } from '#domain/library/library-facts.js'
import type { Category } from '#domain/library/vocabulary.js'
import type { RuleBook } from '#domain/rules/rule-book.js'
import type { Steps } from '#domain/values/steps.js'
import { deriveTraining, type Witness } from './derive.js'
import { abilityOn } from './known-ability.js'
import type { TrainingLog } from './training-log.js'

/** The mean of the ability, in levels, on the day of a session. */
export type AbilityPoint = { readonly on: string; readonly mean: number }

/**
 * A function that lists the ability in a category after the last session of each week from a day
 * on, oldest first.
 */
export type AbilityHistory = (category: Category, from: string) => AbilityPoint[]

/** Notes abilities while a training log is folded: a witness for the fold, and what it has noted by then. */
export function observeAbility({ inForce }: RuleBook): { readonly witness: Witness; readonly history: AbilityHistory } {
  const points: (AbilityPoint & { readonly category: Category })[] = []
  const after: Witness['after'] = ({ date }, { categories }) => {
    for (const standing of categories.values()) {
      if (standing.lastSessionOn !== date) continue
      points.push({ category: standing.category, on: date, mean: abilityOn(standing, date, inForce).mean })
    }
  }
  const history: AbilityHistory = (category, from) => {
    const wanted = points.filter((point) => point.category === category && point.on >= from)
    const lastOfWeek = new Map(wanted.map(({ on, mean }) => [mondayOf(on), { on, mean }]))
    return [...lastOfWeek.values()]
  }
  return { witness: { after }, history }
}

/** Returns the history of an athlete's ability, from one fold of the training log. */
export function* abilityHistory(trainingLog: TrainingLog, library: Library, ruleBook: RuleBook): Steps<AbilityHistory> {
  const { witness, history } = observeAbility(ruleBook)
  yield* deriveTraining(trainingLog, library, ruleBook, witness)
  return history
}
