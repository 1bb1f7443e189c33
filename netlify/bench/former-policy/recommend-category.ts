import { exerciseIn, type LibraryFacts, offeredIn } from '#domain/library/library-facts.js'
import type { Category } from '#domain/library/vocabulary.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { candidateOf, selectionAthlete } from './candidates.js'
import { type ChosenExercise, chooseExercises } from './choose-exercises.js'
import { plannedSets } from './planned-sets.js'
import type { TrialCounts } from './sampling/sampling.js'
import { explainScore } from './selection/explain-score.js'
import { type SelectionAthlete, type SelectionCandidate, selectionBar } from './selection/select-exercises.js'
import { secondsOfSets } from './set-time.js'
import { trialCounts } from './trial-counts.js'
import type { LeftOut, RecommendedExercise, WorkoutFacts, WorkoutRequest } from './workout.js'

/** The part of a workout request that is about one category. */
export type CategoryRequest = Pick<WorkoutRequest, 'equipment' | 'exercisesPerCategory'> & {
  readonly category: Category
  /** Need of the category, 0-1. */
  readonly need: number
  readonly blockedTags: readonly string[]
}

/** The exercises of one category, best first, and those of the athlete's level that are barred. */
export type RecommendedCategory = {
  readonly exercises: readonly RecommendedExercise[]
  readonly barred: readonly LeftOut[]
}

/** Recommends the exercises of one category for a day. */
export function recommendCategory(
  request: CategoryRequest,
  facts: WorkoutFacts,
  rules: TrainingRules,
): RecommendedCategory {
  const { category, need, exercisesPerCategory: count } = request
  const exercises = offeredIn(facts.library).filter((exercise) => exercise.category === category)
  const candidates = exercises.map((exercise) => candidateOf(exercise, facts, rules))
  const athlete = selectionAthlete(category, facts, request, rules)
  const choice = { category, candidates, athlete, need, trials: trialsOf(facts, rules), seed: facts.seed, count }
  const chosen = chooseExercises(choice, rules)
  return {
    exercises: chosen.flatMap((selected) => {
      const exercise = exercises.find(({ slug }) => slug === selected.slug)
      return exercise ? [recommended(exercise, selected, need, facts, rules)] : []
    }),
    barred: barredOf(candidates, athlete, rules),
  }
}

/** Counts how the sessions of each exercise went, by its slug. */
function trialsOf({ state, library }: WorkoutFacts, rules: TrainingRules): ReadonlyMap<string, TrialCounts> {
  const byId = [...trialCounts(state.decisions, rules)]
  return new Map(byId.map(([id, counts]) => [exerciseIn(library, id).slug, counts]))
}

function recommended(
  exercise: LibraryFacts,
  { pSuccess, score, terms, propensity }: ChosenExercise,
  need: number,
  facts: WorkoutFacts,
  rules: TrainingRules,
): RecommendedExercise {
  const planned = plannedSets(exercise, facts, rules)
  const pace = facts.paces.get(exercise.id) ?? { tempo: exercise.tempo, restSeconds: 0, notes: null }
  const { daysSince } = candidateOf(exercise, facts, rules)
  return {
    ...planned,
    exercise,
    pace,
    seconds: secondsOfSets(exercise, planned.targets, pace, rules),
    pSuccess,
    score,
    terms,
    reasons: explainScore({ pSuccess, daysSince, need }, terms, exercise.category, rules),
    propensity,
  }
}

/**
 * Lists the candidates that are barred, the closest to the athlete's ability first. Those barred by
 * their level are left out: athletes expect that.
 */
function barredOf(
  candidates: readonly SelectionCandidate[],
  athlete: SelectionAthlete,
  rules: TrainingRules,
): LeftOut[] {
  const closest = [...candidates].sort((a, b) => distance(a, athlete) - distance(b, athlete))
  return closest.flatMap((candidate) => {
    const bar = selectionBar(candidate, athlete, rules)
    return bar === null || bar === 'level' ? [] : [{ slug: candidate.slug, bar }]
  })
}

function distance({ difficulty }: SelectionCandidate, { ability }: SelectionAthlete): number {
  return Math.abs(difficulty - ability.mean)
}
