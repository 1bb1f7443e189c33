import * as z from 'zod'
import type { Ability } from '#domain/ability/ability.js'
import { areMet, type Groups } from '#domain/library/groups.js'
import { isUsable } from '#domain/library/library-facts.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { compareCodePoints } from '#domain/values/code-point-order.js'
import { type ScoreTerms, scoreTerms, totalScore } from './selection-score.js'
import { type PlannedFirstSet, successProbability } from './success-probability.js'

/** An exercise that could come next. */
export type SelectionCandidate = PlannedFirstSet & {
  readonly slug: string
  readonly level: number
  readonly prerequisites: Groups<string>
  readonly equipment: Groups<string>
  readonly tags: readonly string[]
  /** Days since the exercise was last trained, null when it never was. */
  readonly daysSince: number | null
  readonly recentRegress: boolean
}

/**
 * What the athlete can use. `none` is always in the equipment; a pain site or the athlete blocks
 * tags.
 */
export type SelectionAthlete = {
  readonly level: number
  readonly ability: Ability
  readonly mastered: readonly string[]
  readonly equipment: readonly string[]
  readonly blockedTags: readonly string[]
}

/** A reason why a candidate cannot come next. */
export const SelectionBar = z.enum(['level', 'prerequisites', 'equipment', 'blocked_tag'])
export type SelectionBar = z.output<typeof SelectionBar>

/** A chosen exercise, its chance of success (0-1), its score and the terms that make it up. */
export type SelectedExercise = {
  readonly slug: string
  readonly pSuccess: number
  readonly score: number
  readonly terms: ScoreTerms
}

/**
 * Selects the exercises of one category to do next, best first. The order is total and does not
 * depend on the order of the candidates.
 *
 * @param need need of the category, 0-1 (`categoryNeeds`).
 * @param count the most exercises to return.
 */
export function selectExercises(
  candidates: readonly SelectionCandidate[],
  athlete: SelectionAthlete,
  need: number,
  rules: TrainingRules,
  count: number = rules.selection.count,
): SelectedExercise[] {
  const rated = candidates
    .filter((candidate) => selectionBar(candidate, athlete, rules) === null)
    .map((candidate) => rate(candidate, athlete.ability, need, rules))
  const likely = rated.filter(({ pSuccess }) => pSuccess >= rules.selection.successMin)
  return (likely.length > 0 ? likely : rated)
    .sort(byRank)
    .slice(0, count)
    .map(({ slug, pSuccess, score, terms }) => ({ slug, pSuccess, score, terms }))
}

/** Returns the first reason why a candidate cannot come next; null when it can. */
export function selectionBar(
  candidate: SelectionCandidate,
  athlete: SelectionAthlete,
  rules: TrainingRules,
): SelectionBar | null {
  if (candidate.level > athlete.level + rules.selection.levelsAbove) return 'level'
  if (!areMet(candidate.prerequisites, (slug) => athlete.mastered.includes(slug))) return 'prerequisites'
  if (!isUsable(candidate, athlete.equipment)) return 'equipment'
  return candidate.tags.some((tag) => athlete.blockedTags.includes(tag)) ? 'blocked_tag' : null
}

type Rated = SelectedExercise & { readonly rank: number; readonly difficulty: number }

function rate(candidate: SelectionCandidate, ability: Ability, need: number, rules: TrainingRules): Rated {
  const pSuccess = successProbability(candidate, ability, rules)
  const terms = scoreTerms({ ...candidate, pSuccess, need }, rules)
  const score = totalScore(terms)
  const rank = Math.floor(rules.selection.scoreSteps * score + 0.5)
  return { slug: candidate.slug, difficulty: candidate.difficulty, pSuccess, terms, score, rank }
}

/** Orders by highest score, then the easier exercise, then the slug. */
function byRank(a: Rated, b: Rated): number {
  return b.rank - a.rank || a.difficulty - b.difficulty || compareCodePoints(a.slug, b.slug)
}
