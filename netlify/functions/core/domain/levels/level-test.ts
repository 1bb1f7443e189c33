import { addDays, daysSince } from '#domain/calendar/days-between.js'
import {
  type CountsAsMastered,
  isUsable,
  type Library,
  type LibraryFacts,
  offeredIn,
  speaksFor,
} from '#domain/library/library-facts.js'
import type { Category } from '#domain/library/vocabulary.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { abilityOn } from '#domain/training/known-ability.js'
import type { TrainingLog } from '#domain/training/training-log.js'
import type { TrainingState } from '#domain/training/training-state.js'
import { type LevelUpDecision, levelUp } from './level-up.js'
import type { LevelUpFacts } from './level-up-gates.js'
import { redFlags } from './red-flags.js'

/** What is known of an athlete who asks for a test. */
export type TestCandidate = {
  readonly library: Library
  readonly trainingLog: TrainingLog
  readonly state: TrainingState
  readonly equipment: readonly string[]
  readonly counts: CountsAsMastered
  /** Day in the athlete's zone. */
  readonly today: string
  /** The day of the last test in the category; null when there was none. */
  readonly lastTestOn: string | null
}

/**
 * The test of the next level: the facts it depends on, the decision, and the exercise it is taken
 * with.
 */
export type LevelTestOffer = {
  readonly category: Category
  readonly facts: LevelUpFacts
  readonly decision: LevelUpDecision
  /**
   * The easiest usable exercise of the next level; null at the highest level or when there is none.
   */
  readonly exercise: LibraryFacts | null
  /** The first day after the cooldown of the last test; null when there was none. */
  readonly nextTestOn: string | null
}

/** Judges whether an athlete may take the test of the next level in a category. */
export function offerLevelTest(
  category: Category,
  candidate: TestCandidate,
  placement: boolean,
  rules: TrainingRules,
): LevelTestOffer {
  const { state, library, lastTestOn } = candidate
  const level = levelIn(state, category)
  const usable = offeredIn(library).filter(
    (exercise) => speaksFor(category, exercise) && isUsable(exercise, candidate.equipment),
  )
  const here = usable.filter((exercise) => exercise.level === level)
  const exercise = easiest(usable.filter((other) => other.level === level + 1))
  const facts: LevelUpFacts = {
    level,
    available: here.length,
    mastered: here.filter(candidate.counts).length,
    entryDifficulty: exercise?.difficulty ?? null,
    placement,
    ...recentFacts(category, candidate, rules),
  }
  const nextTestOn = lastTestOn && addDays(lastTestOn, rules.levelUp.daysBetweenTestsMin)
  return { category, facts, decision: levelUp(facts, null, rules), exercise, nextTestOn }
}

/** Returns the level at which an athlete stands: Foundation until it is set. */
export function levelIn(state: TrainingState, category: Category): number {
  return state.levels.get(category)?.level ?? 0
}

type Recent = Pick<LevelUpFacts, 'ability' | 'redFlags14Days' | 'daysSinceSession' | 'daysSinceTest'>

function recentFacts(category: Category, candidate: TestCandidate, rules: TrainingRules): Recent {
  const { state, trainingLog, library, today, lastTestOn } = candidate
  const standing = state.categories.get(category)
  const lastSessionOn = standing?.lastSessionOn ?? null
  return {
    ability: abilityOn(standing, today, rules),
    redFlags14Days: redFlags(trainingLog, library, category, today, rules).length,
    daysSinceSession: lastSessionOn === null ? Number.POSITIVE_INFINITY : daysSince(lastSessionOn, today),
    daysSinceTest: lastTestOn === null ? null : daysSince(lastTestOn, today),
  }
}

function easiest(exercises: readonly LibraryFacts[]): LibraryFacts | null {
  return exercises.reduce<LibraryFacts | null>((best, one) => (best === null || isEasier(one, best) ? one : best), null)
}

/** Tells which of two exercises is easier; when both are as difficult, the first by slug is. */
function isEasier(one: LibraryFacts, other: LibraryFacts): boolean {
  return one.difficulty === other.difficulty ? one.slug < other.slug : one.difficulty < other.difficulty
}
