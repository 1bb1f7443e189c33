import { exerciseIn } from '#domain/library/library-facts.js'
import type { Category } from '#domain/library/vocabulary.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { sum } from '#domain/values/statistics.js'
import type { CoachLibrary, SlotKey } from '../coach-exercise.js'
import type { CoachView } from '../coach-view.js'
import type { CoachReason } from '../explain/coach-reason.js'
import { explainTooMany } from '../explain/explain-not-asked.js'
import type { Recommendation, RecommendedItem } from '../recommendation.js'
import { workSeconds } from '../session/session-time.js'
import type { AdviceQuestion } from './advice-inputs.js'

/** A slot that is left out because the athlete asked for less. */
export type NotAsked = { readonly key: SlotKey; readonly reason: CoachReason }

/** Takes the exercises of other categories out of the candidates: they still count as prerequisites. */
export function withinCategories(view: CoachView, categories: AdviceQuestion['categories']): CoachView {
  if (categories === null) return view
  const others = [...view.library.values()].filter(({ category }) => !categories.includes(category))
  const dislikes = [...view.athlete.dislikes, ...others.map(({ id }) => id)]
  return { ...view, athlete: { ...view.athlete, dislikes } }
}

/** Leaves at most so many exercises of each category in a session, the first of them. */
export function withinCount(
  recommendation: Recommendation,
  perCategory: AdviceQuestion['exercisesPerCategory'],
  rules: TrainingRules,
): { readonly recommendation: Recommendation; readonly notAsked: readonly NotAsked[] } {
  if (perCategory === null) return { recommendation, notAsked: [] }
  const counts = new Map<Category, number>()
  const items: RecommendedItem[] = []
  const dropped: RecommendedItem[] = []
  for (const item of recommendation.items) {
    const count = (counts.get(item.exercise.category) ?? 0) + 1
    counts.set(item.exercise.category, count)
    ;(count <= perCategory ? items : dropped).push(item)
  }
  const seconds = items.length === 0 ? null : (recommendation.seconds ?? 0) - timeOf(dropped, recommendation, rules)
  return {
    recommendation: { ...recommendation, items, seconds },
    notAsked: dropped.map(({ key }) => ({ key, reason: explainTooMany(key, perCategory) })),
  }
}

/** Returns the seconds that exercises of a session take: their sets, their rests, and setting up. */
export function timeOf(
  items: readonly RecommendedItem[],
  { arrangement }: Pick<Recommendation, 'arrangement'>,
  rules: TrainingRules,
): number {
  const setUp = arrangement === 'circuit' ? 0 : rules.coach.session.blockSeconds
  const seconds = items.map(
    ({ exercise, sets, restSeconds }) =>
      setUp + sum(sets.map((target) => workSeconds(exercise, target, rules) + restSeconds)),
  )
  return Math.round(sum(seconds))
}

/** Tells whether a slot has nothing because the athlete asked for other categories. */
export function isOfOthers(key: SlotKey, library: CoachLibrary, categories: AdviceQuestion['categories']): boolean {
  if (categories === null) return false
  const ofSlot = [...library.values()].filter(({ slot, ladder }) => slot === key || `skill:${ladder}` === key)
  return ofSlot.every(({ id }) => !categories.includes(exerciseIn(library, id).category))
}
