import type { Category } from '#domain/library/vocabulary.js'
import type { AbilityModel } from '#domain/rules/ability-rules.js'
import type { ExerciseId, GoalId, SessionExerciseId } from '#domain/values/id.schema.js'
import { mapInSteps, type Steps } from '#domain/values/steps.js'
import type {
  CategoryStanding,
  ExerciseStanding,
  GoalStanding,
  LevelStanding,
  PersonalRecord,
  TrainingDecision,
  TrainingState,
} from './training-state.js'

/**
 * A decision as it is stored, with whether a set of its exercise waits for the athlete's review.
 */
export type StoredDecision = TrainingDecision & { readonly heldForReview: boolean }

/**
 * A standing in a category as it is stored: the report, and which model made it. What the second
 * model knows beside its report follows from the facts, and nobody reads it but the fold.
 */
export type StoredAbility = Omit<CategoryStanding, 'hypotheses'> & { readonly model: AbilityModel }

/**
 * Everything that follows from an athlete's facts, in the form in which it is stored: each part is
 * keyed by what identifies its items.
 */
export type StoredTraining = {
  /** Standings by exercise; those of which nothing is known are left out. */
  readonly exercises: ReadonlyMap<ExerciseId, ExerciseStanding>
  readonly categories: ReadonlyMap<Category, StoredAbility>
  readonly levels: ReadonlyMap<Category, Omit<LevelStanding, 'setAt'>>
  /** Decisions by session exercise. */
  readonly decisions: ReadonlyMap<SessionExerciseId, StoredDecision>
  /** Records by `recordKey`. */
  readonly records: ReadonlyMap<string, PersonalRecord>
  readonly goals: ReadonlyMap<GoalId, Omit<GoalStanding, 'rulesVersion' | 'setAt'>>
}

/** Returns a training state in the form in which it is stored. */
export function* storedForm(state: TrainingState): Steps<StoredTraining> {
  const { categories, records } = state
  const decisions = yield* mapInSteps(state.decisions, storedBy(state))
  return {
    exercises: new Map([...state.exercises].filter(([, standing]) => isKnown(standing))),
    categories: new Map([...categories].map(([category, standing]) => [category, storedAbility(standing)])),
    levels: new Map([...state.levels].map(([category, { setAt: _, ...level }]) => [category, level])),
    decisions: new Map(decisions.map((decision) => [decision.sessionExerciseId, decision])),
    records,
    goals: new Map([...state.goals].map(([id, { rulesVersion: _, setAt: __, ...goal }]) => [id, goal])),
  }
}

function storedAbility({ hypotheses, ...standing }: CategoryStanding): StoredAbility {
  return { ...standing, model: hypotheses ? 'two-hypotheses' : 'one-gaussian' }
}

/**
 * Tells whether anything is known of an athlete in an exercise. A row may exist for tempo, rest and
 * notes alone.
 */
export function isKnown({ working, sessionsCount }: ExerciseStanding): boolean {
  return working !== null || sessionsCount > 0
}

/** Lists the decisions of a state that somebody wants to see, as they are stored. */
export function storedDecisions(
  state: TrainingState,
  isWanted: (decision: TrainingDecision) => boolean,
): StoredDecision[] {
  return state.decisions.filter(isWanted).map(storedBy(state))
}

function storedBy({ held }: TrainingState): (decision: TrainingDecision) => StoredDecision {
  const heldIds = new Set(held.map(({ sessionExerciseId }) => sessionExerciseId))
  return (decision) => ({ ...decision, heldForReview: heldIds.has(decision.sessionExerciseId) })
}
