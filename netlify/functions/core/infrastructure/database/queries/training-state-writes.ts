import type { TrainingChanges } from '#domain/training/training-changes.js'
import type { AthleteId } from '#domain/values/id.schema.js'
import { effect, type Statement, sql } from '../statement.js'
import { deleteDecisions, putDecisions } from './exercise-decisions.js'
import { clearExerciseStandings, putExerciseStandings } from './user-exercise-configs-writes.js'

type Target = { userId: AthleteId; now: Date }
type Json = { json: string }

const putAbilities = effect({
  name: 'putAbilities',
  sql: ({ userId, json }: Target & Json) => sql`
    insert into user_abilities (
      user_id, category_id, mean, variance, model, observed_on, sessions_count, last_session_on)
    select
      ${userId}::uuid,
      category.id,
      (standing.ability ->> 'mean')::double precision,
      (standing.ability ->> 'variance')::double precision,
      standing.model,
      standing."observedOn",
      standing."sessionsCount",
      standing."lastSessionOn"
    from json_to_recordset(${json}::json) as standing (
      category text, ability json, model text, "observedOn" date, "sessionsCount" integer, "lastSessionOn" date)
    join exercise_categories as category on category.name = standing.category
    on conflict on constraint user_abilities_pkey do update
    set
      mean = excluded.mean,
      variance = excluded.variance,
      model = excluded.model,
      observed_on = excluded.observed_on,
      sessions_count = excluded.sessions_count,
      last_session_on = excluded.last_session_on`,
})

const deleteAbilities = effect({
  name: 'deleteAbilities',
  sql: ({ userId, categories }: Target & { categories: readonly string[] }) => sql`
    delete from user_abilities as ability
    using exercise_categories as category
    where ability.user_id = ${userId}::uuid
      and category.id = ability.category_id
      and category.name = any (${categories}::text[])`,
})

const putLevels = effect({
  name: 'putLevels',
  sql: ({ userId, now, json }: Target & Json) => sql`
    insert into user_current_levels as current (
      user_id, category_id, current_level, workout_level_id, source, set_on, created_at, updated_at)
    select
      ${userId}::uuid, category.id, level.level_order, level.id, standing.source, standing."setOn",
      ${now}::timestamptz, ${now}::timestamptz
    from json_to_recordset(${json}::json) as standing (category text, level integer, source text, "setOn" date)
    join exercise_categories as category on category.name = standing.category
    join workout_levels as level on level.level_order = standing.level
    on conflict on constraint user_current_levels_user_category_key do update
    set
      current_level = excluded.current_level,
      workout_level_id = excluded.workout_level_id,
      source = excluded.source,
      set_on = excluded.set_on,
      version = current.version + 1,
      updated_at = excluded.updated_at`,
})

const deleteLevels = effect({
  name: 'deleteLevels',
  sql: ({ userId, categories }: Target & { categories: readonly string[] }) => sql`
    delete from user_current_levels as current
    using exercise_categories as category
    where current.user_id = ${userId}::uuid
      and category.id = current.category_id
      and category.name = any (${categories}::text[])`,
})

const putRecords = effect({
  name: 'putRecords',
  sql: ({ userId, json }: Target & Json) => sql`
    insert into personal_records (user_id, exercise_id, kind, value, achieved_on, session_id, set_id)
    select
      ${userId}::uuid, record."exerciseId", record.kind, record.value, record."on", record."sessionId", record."setId"
    from json_to_recordset(${json}::json) as record (
      "exerciseId" uuid, kind text, value double precision, "on" date, "sessionId" uuid, "setId" uuid)
    on conflict on constraint personal_records_pkey do update
    set
      value = excluded.value,
      achieved_on = excluded.achieved_on,
      session_id = excluded.session_id,
      set_id = excluded.set_id`,
})

/** Deletes records by exercise and kind, named as in the domain's `recordKey`. */
const deleteRecords = effect({
  name: 'deleteRecords',
  sql: ({ userId, keys }: Target & { keys: readonly string[] }) => sql`
    delete from personal_records
    where user_id = ${userId}::uuid
      and exercise_id::text || ' ' || kind = any (${keys}::text[])`,
})

/**
 * Marks goals as reached or open again, which follows from the log; a goal that was dropped stays
 * dropped.
 */
const putGoals = effect({
  name: 'putGoals',
  sql: ({ userId, now, json }: Target & Json) => sql`
    update goals
    set
      status = case when standing."reachedOn" is null then 'open' else 'reached' end,
      reached_on = standing."reachedOn",
      version = goals.version + 1,
      updated_at = ${now}::timestamptz
    from json_to_recordset(${json}::json) as standing ("goalId" uuid, "reachedOn" date)
    where goals.id = standing."goalId"
      and goals.user_id = ${userId}::uuid
      and goals.status <> 'dropped'
      and goals.reached_on is distinct from standing."reachedOn"`,
})

export const trainingStateStatements = {
  putAbilities,
  deleteAbilities,
  putLevels,
  deleteLevels,
  putRecords,
  deleteRecords,
  putGoals,
}

/**
 * Makes the statements that bring the stored training state to the new one: one for each part that
 * changed.
 */
export function storeTraining(userId: AthleteId, now: Date, changes: TrainingChanges): Statement[] {
  const target = { userId, now }
  const { exercises, categories, levels, decisions, records, goals } = changes
  const some = (items: readonly unknown[], make: () => Statement) => (items.length > 0 ? [make()] : [])
  const json = (items: readonly unknown[]) => ({ ...target, json: JSON.stringify(items) })
  return [
    ...some(exercises.written, () => putExerciseStandings(json(exercises.written))),
    ...some(exercises.gone, () => clearExerciseStandings({ ...target, ids: exercises.gone })),
    ...some(categories.written, () => putAbilities(json(categories.written))),
    ...some(categories.gone, () => deleteAbilities({ ...target, categories: categories.gone })),
    ...some(levels.written, () => putLevels(json(levels.written))),
    ...some(levels.gone, () => deleteLevels({ ...target, categories: levels.gone })),
    ...some(decisions.written, () => putDecisions(json(decisions.written))),
    ...some(decisions.gone, () => deleteDecisions({ ...target, ids: decisions.gone })),
    ...some(records.written, () => putRecords(json(records.written))),
    ...some(records.gone, () => deleteRecords({ ...target, keys: records.gone })),
    ...some(goals.written, () => putGoals(json(goals.written))),
  ]
}
