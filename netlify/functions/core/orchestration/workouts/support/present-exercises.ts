import type { Advice } from '#domain/coach/advice/advise.js'
import { timeOf } from '#domain/coach/advice/asked-rules.js'
import { scoreOf } from '#domain/coach/advice/item-score.js'
import { explainChoice } from '#domain/coach/explain/explain-choice.js'
import { modifierTerms } from '#domain/coach/explain/explain-modifier.js'
import type { RecommendedItem } from '#domain/coach/recommendation.js'
import { blocksOf } from '#domain/coach/session/session-blocks.js'
import { setPrescriptions } from '#domain/library/sets.schema.js'
import type { ExerciseSlug } from '#domain/library/vocabulary.js'
import { exerciseRefOf } from '#orchestration/training/exercise-ref.js'
import type { NextWorkout } from './next-workout.schema.js'
import { presentReason } from './present-reason.js'

type Answered = NextWorkout['exercises'][number]

/** The exercises of a recommended session, as they are answered. */
export function presentExercises(advice: Advice): Answered[] {
  const { recommendation, view } = advice
  const names = new Map([...view.library.values()].map(({ slug, name }) => [slug, name]))
  const nameOf = (slug: ExerciseSlug) => names.get(slug) ?? slug
  const blocks = blocksOf(recommendation)
  return recommendation.items.map((item, index) => ({
    ...presentItem(item, advice),
    why: explainChoice(item, nameOf).map(presentReason),
    block: blocks[index] ?? 1,
  }))
}

function presentItem(item: RecommendedItem, advice: Advice): Omit<Answered, 'why' | 'block'> {
  const { exercise, slot, sets, restSeconds, rpeCap, reserve } = item
  const { tempo, ...modifier } = modifierTerms(item.modifier, exercise)
  const { chance, need } = scoreOf(item, advice.view)
  return {
    exercise: exerciseRefOf(exercise),
    metric: exercise.metric,
    unilateral: exercise.unilateral,
    sets: setPrescriptions(sets, exercise.metric),
    tempo,
    restSeconds: Math.round(restSeconds),
    estimatedMinutes: Math.ceil(timeOf([item], advice.recommendation, advice.view.rules) / 6) / 10,
    rpeCap,
    adjustments: [],
    slot,
    ladder: exercise.ladder,
    modifier,
    reserve,
    pSuccess: chance,
    score: chance + need,
    terms: { fit: chance, recency: 0, need, regress: 0 },
    reasons: [],
    propensity: 1,
  }
}
