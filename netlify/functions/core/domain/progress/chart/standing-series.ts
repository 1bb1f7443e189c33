import { abilityInterval90 } from '#domain/ability/ability.js'
import type { Library } from '#domain/library/library-facts.js'
import type { Category } from '#domain/library/vocabulary.js'
import type { RuleBook } from '#domain/rules/rule-book.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { deriveTraining } from '#domain/training/derive.js'
import { abilityOn } from '#domain/training/known-ability.js'
import type { TrainingLog } from '#domain/training/training-log.js'
import type { CategoryStanding, TrainingState } from '#domain/training/training-state.js'
import type { Steps } from '#domain/values/steps.js'
import { unitOf } from './chart-metric.js'
import type { ChartSeries } from './chart-series.js'

/** Where an athlete stood in a category from a day on, until the next of these. */
type Stood = { readonly on: string; readonly standing: CategoryStanding | undefined; readonly level: number }

/** Where an athlete stood in each category, in the order of time. */
export type Standings = (category: Category) => readonly Stood[]

/**
 * Follows where an athlete stood, through one fold of the training log. It is told by all facts that
 * are known today: a correction counts as if it had been right from the start.
 */
export function* standingsOver(
  trainingLog: TrainingLog,
  library: Library,
  ruleBook: RuleBook,
  categories: readonly Category[],
): Steps<Standings> {
  const stood = new Map(categories.map((category) => [category, [] as Stood[]]))
  const note = (on: string, state: TrainingState) => {
    for (const [category, known] of stood) {
      const standing = state.categories.get(category)
      const level = state.levels.get(category)?.level ?? 0
      const last = known.at(-1)
      if (last?.standing !== standing || last?.level !== level) known.push({ on, standing, level })
    }
  }
  yield* deriveTraining(trainingLog, library, ruleBook, {
    after: ({ date }, state) => note(date, state),
    directed: ({ on }, state) => note(on, state),
  })
  return (category) => stood.get(category) ?? []
}

/**
 * Draws the ability in a category with its 90 % band, in levels, as it was at the end of each day that
 * is given; null before anything was known, and where no day is given, because it is to come.
 */
export function abilitySeries(
  category: Category,
  ends: readonly (string | null)[],
  standings: Standings,
  rules: TrainingRules,
): ChartSeries {
  const abilities = ends.map((end) => {
    const standing = end === null ? undefined : stoodOn(standings(category), end)?.standing
    if (end === null || !standing) return null
    const ability = abilityOn(standing, end, rules)
    return { mean: ability.mean, interval: abilityInterval90(ability, rules) }
  })
  return {
    metric: 'ability',
    unit: unitOf.ability,
    of: { kind: 'category', category },
    values: abilities.map((ability) => ability?.mean ?? null),
    band: {
      low: abilities.map((ability) => ability?.interval[0] ?? null),
      high: abilities.map((ability) => ability?.interval[1] ?? null),
    },
  }
}

/** Draws the level in a category at the end of each day that is given; 0 (Foundation) until one was set. */
export function levelSeries(category: Category, ends: readonly (string | null)[], standings: Standings): ChartSeries {
  const levelOn = (end: string) => stoodOn(standings(category), end)?.level ?? 0
  return {
    metric: 'level',
    unit: unitOf.level,
    of: { kind: 'category', category },
    values: ends.map((end) => (end === null ? null : levelOn(end))),
  }
}

function stoodOn(stood: readonly Stood[], day: string): Stood | undefined {
  return stood.findLast(({ on }) => on <= day)
}
