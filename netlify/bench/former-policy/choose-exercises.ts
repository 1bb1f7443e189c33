import type { Category } from '#domain/library/vocabulary.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { chooseVariant, type TrialCounts } from './sampling/sampling.js'
import { seededRandom } from './sampling/seeded-random.js'
import {
  type SelectedExercise,
  type SelectionAthlete,
  type SelectionCandidate,
  selectExercises,
} from './selection/select-exercises.js'
import { noTrials } from './trial-counts.js'

/** An exercise chosen among near-equal ones, and the probability (0-1) of that choice. */
export type ChosenExercise = SelectedExercise & { readonly propensity: number }

export type Choice = {
  readonly category: Category
  readonly candidates: readonly SelectionCandidate[]
  readonly athlete: SelectionAthlete
  /** Need of the category, 0-1. */
  readonly need: number
  /** How the sessions of an exercise went, by its slug. */
  readonly trials: ReadonlyMap<string, TrialCounts>
  readonly seed: string
  readonly count: number
}

/**
 * Chooses the exercises of a category one after the other: by score, and between near-equal ones by
 * what went well for this athlete. The same seed and facts give the same choice.
 */
export function chooseExercises(choice: Choice, rules: TrainingRules): ChosenExercise[] {
  const { category, candidates, athlete, need, trials, seed, count } = choice
  const random = seededRandom(`${seed} ${category}`)
  let open = selectExercises(candidates, athlete, need, rules, candidates.length)
  const chosen: ChosenExercise[] = []
  while (chosen.length < count) {
    const variants = open.map(({ slug, score }) => ({ slug, score, ...(trials.get(slug) ?? noTrials) }))
    const variant = chooseVariant(variants, random, rules)
    const selected = open.find(({ slug }) => slug === variant?.slug)
    if (!variant || !selected) break
    chosen.push({ ...selected, propensity: variant.propensity })
    open = open.filter((other) => other !== selected)
  }
  return chosen
}
