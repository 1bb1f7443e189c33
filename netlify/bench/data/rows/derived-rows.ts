import { type Checkpoint, checkpointForm, storedCheckpoint } from '#domain/coach/reading/checkpoint.js'
import { exerciseIn, type Library, type LibraryVersion } from '#domain/library/library-facts.js'
import { setPrescriptions } from '#domain/library/sets.schema.js'
import type { Category } from '#domain/library/vocabulary.js'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { storedForm } from '#domain/training/stored-training.js'
import type { TrainingState } from '#domain/training/training-state.js'
import type { AthleteId } from '#domain/values/id.schema.js'
import { inOneGo } from '#domain/values/in-one-go.js'
import type { Rows } from './rows.js'

/** The keys of the library's small tables, which each database numbers for itself. */
export type Keys = {
  readonly categories: ReadonlyMap<Category, number>
  /** Keys of levels, by their order. */
  readonly levels: ReadonlyMap<number, number>
  readonly libraryVersion: LibraryVersion
}

export type Derivation = {
  readonly userId: AthleteId
  readonly state: TrainingState
  readonly checkpoints: readonly Checkpoint[]
  /** When it is stored. */
  readonly at: Date
}

/** Adds everything that is stored of what follows from an athlete's facts: the one place that knows all of it. */
export function addDerived(rows: Rows, derivation: Derivation, library: Library, keys: Keys): void {
  const { userId, state, checkpoints, at } = derivation
  const stored = inOneGo(storedForm(state))
  const [user_id, created_at, updated_at] = [userId, at, at]
  const category_id = (category: Category) => known(keys.categories.get(category))
  for (const standing of stored.exercises.values()) {
    const { metric } = exerciseIn(library, standing.exerciseId)
    rows.add('user_exercise_configs', {
      user_id,
      exercise_id: standing.exerciseId,
      current_sets: standing.working && JSON.stringify(setPrescriptions(standing.working, metric)),
      is_mastered: standing.masteredAt !== null,
      mastered_at: standing.masteredAt,
      over_streak: standing.overStreak,
      fail_streak: standing.failStreak,
      mastery_count: standing.masteryCount,
      sessions_count: standing.sessionsCount,
      last_session_on: standing.lastSessionOn,
      last_decision: standing.lastDecision,
      beyond: standing.beyond && JSON.stringify(standing.beyond),
      created_at,
      updated_at,
    })
  }
  for (const { category, ability, model, observedOn, sessionsCount, lastSessionOn } of stored.categories.values())
    rows.add('user_abilities', {
      user_id,
      category_id: category_id(category),
      mean: ability.mean,
      variance: ability.variance,
      model,
      observed_on: observedOn,
      sessions_count: sessionsCount,
      last_session_on: lastSessionOn,
    })
  for (const { category, level, source, setOn } of stored.levels.values())
    rows.add('user_current_levels', {
      user_id,
      category_id: category_id(category),
      current_level: level,
      workout_level_id: known(keys.levels.get(level)),
      source,
      set_on: setOn,
      created_at,
      updated_at,
    })
  for (const decision of stored.decisions.values())
    rows.add('exercise_decisions', {
      session_exercise_id: decision.sessionExerciseId,
      user_id,
      session_id: decision.sessionId,
      exercise_id: decision.exerciseId,
      decided_on: decision.on,
      decision: decision.decision,
      reason: decision.reason,
      rule_id: decision.ruleId,
      rules_version: decision.rulesVersion,
      inputs: JSON.stringify(decision.inputs),
      working_before: JSON.stringify(decision.before),
      working_after: JSON.stringify(decision.after),
      completion: decision.completion,
      overridden: decision.overridden,
      held_for_review: decision.heldForReview,
    })
  for (const record of stored.records.values())
    rows.add('personal_records', {
      user_id,
      exercise_id: record.exerciseId,
      kind: record.kind,
      value: record.value,
      achieved_on: record.on,
      session_id: record.sessionId,
      set_id: record.setId,
    })
  addCheckpoints(rows, userId, checkpoints, keys)
  for (const { goalId, kind, exerciseId, target, setOn, reachedOn } of stored.goals.values())
    rows.add('goals', {
      id: goalId,
      user_id,
      kind,
      exercise_id: exerciseId,
      target,
      status: reachedOn === null ? 'open' : 'reached',
      set_on: setOn,
      reached_on: reachedOn,
      created_at,
      updated_at,
    })
}

function addCheckpoints(rows: Rows, user_id: AthleteId, checkpoints: readonly Checkpoint[], keys: Keys): void {
  for (const checkpoint of checkpoints) {
    const { state, notes } = storedCheckpoint(checkpoint)
    rows.add('training_checkpoints', {
      user_id,
      day: checkpoint.day,
      form: checkpointForm,
      rules_version: rulesInForce.version,
      library_version: keys.libraryVersion,
      state: JSON.stringify(state),
      notes: JSON.stringify(notes),
    })
  }
}

function known(key: number | undefined): number {
  if (key === undefined) throw new Error('the library lacks a category or a level')
  return key
}
