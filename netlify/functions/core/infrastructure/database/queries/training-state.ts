import * as z from 'zod'
import { Modifier } from '#domain/effort/modifier.schema.js'
import { GoalKind } from '#domain/event/vocabulary.js'
import { Category } from '#domain/library/vocabulary.js'
import { DecisionKind } from '#domain/progression/decision.schema.js'
import { AbilityModel } from '#domain/rules/ability-rules.js'
import { recordKey } from '#domain/training/records.js'
import { isKnown, type StoredTraining } from '#domain/training/stored-training.js'
import { LevelSource } from '#domain/training/training-log.js'
import { RecordKind } from '#domain/training/training-state.js'
import { canonicalInstant } from '#domain/values/canonical-instant.js'
import { type AthleteId, ExerciseId, GoalId, SessionId, SetId } from '#domain/values/id.schema.js'
import { one, sql } from '../statement.js'
import { decisionJson, decisionRow } from './exercise-decisions.js'

const amounts = z.array(z.number())

const exercise = z.object({
  exerciseId: ExerciseId,
  working: amounts.nullable(),
  overStreak: z.number(),
  failStreak: z.number(),
  masteryCount: z.number(),
  masteredAt: z.string().transform(canonicalInstant).nullable(),
  sessionsCount: z.number(),
  lastSessionOn: z.string().nullable(),
  lastDecision: DecisionKind.nullable(),
  beyond: z.object({ modifier: Modifier, working: amounts, overStreak: z.number(), failStreak: z.number() }).nullable(),
})

const category = z.object({
  category: Category,
  ability: z.object({ mean: z.number(), variance: z.number() }),
  model: AbilityModel,
  observedOn: z.string().nullable(),
  sessionsCount: z.number(),
  lastSessionOn: z.string().nullable(),
})

const level = z.object({
  category: Category,
  level: z.number(),
  source: LevelSource,
  setOn: z.string(),
})

const record = z.object({
  exerciseId: ExerciseId,
  kind: RecordKind,
  value: z.number(),
  on: z.string(),
  sessionId: SessionId,
  setId: SetId,
})

const goal = z.object({
  kind: GoalKind,
  exerciseId: ExerciseId.nullable(),
  target: z.number().nullable(),
  goalId: GoalId,
  setOn: z.string(),
  reachedOn: z.string().nullable(),
})

/** An athlete's stored training state, with its fields in the domain's order. */
const storedTrainingRow = z.object({
  exercises: z.array(exercise),
  categories: z.array(category),
  levels: z.array(level),
  decisions: z.array(decisionRow),
  records: z.array(record),
  goals: z.array(goal),
})

type Athlete = { userId: AthleteId }

const exercisesPart = ({ userId }: Athlete) => sql`
      (
        select coalesce(json_agg(json_build_object(
          'exerciseId', config.exercise_id,
          'working', (
            select json_agg(coalesce(target -> 'reps', target -> 'duration') order by place)
            from jsonb_array_elements(config.current_sets) with ordinality as working (target, place)
          ),
          'overStreak', config.over_streak,
          'failStreak', config.fail_streak,
          'masteryCount', config.mastery_count,
          'masteredAt', config.mastered_at,
          'sessionsCount', config.sessions_count,
          'lastSessionOn', config.last_session_on,
          'lastDecision', config.last_decision,
          'beyond', config.beyond)), '[]'::json)
        from user_exercise_configs as config
        where config.user_id = ${userId}::uuid
      ) as exercises`

const categoriesPart = ({ userId }: Athlete) => sql`
      (
        select coalesce(json_agg(json_build_object(
          'category', category.name,
          'ability', json_build_object('mean', ability.mean, 'variance', ability.variance),
          'model', ability.model,
          'observedOn', ability.observed_on,
          'sessionsCount', ability.sessions_count,
          'lastSessionOn', ability.last_session_on)), '[]'::json)
        from user_abilities as ability
        join exercise_categories as category on category.id = ability.category_id
        where ability.user_id = ${userId}::uuid
      ) as categories`

const levelsPart = ({ userId }: Athlete) => sql`
      (
        select coalesce(json_agg(json_build_object(
          'category', category.name,
          'level', current.current_level,
          'source', current.source,
          'setOn', current.set_on)), '[]'::json)
        from user_current_levels as current
        join exercise_categories as category on category.id = current.category_id
        where current.user_id = ${userId}::uuid
      ) as levels`

const decisionsPart = ({ userId }: Athlete) => sql`
      (
        select coalesce(json_agg(${decisionJson}), '[]'::json)
        from exercise_decisions as decision
        where decision.user_id = ${userId}::uuid
      ) as decisions`

const recordsPart = ({ userId }: Athlete) => sql`
      (
        select coalesce(json_agg(json_build_object(
          'exerciseId', record.exercise_id,
          'kind', record.kind,
          'value', record.value,
          'on', record.achieved_on,
          'sessionId', record.session_id,
          'setId', record.set_id)), '[]'::json)
        from personal_records as record
        where record.user_id = ${userId}::uuid
      ) as records`

const goalsPart = ({ userId }: Athlete) => sql`
      (
        select coalesce(json_agg(json_build_object(
          'kind', goal.kind,
          'exerciseId', goal.exercise_id,
          'target', goal.target,
          'goalId', goal.id,
          'setOn', goal.set_on,
          'reachedOn', goal.reached_on)), '[]'::json)
        from goals as goal
        where goal.user_id = ${userId}::uuid
          and goal.status <> 'dropped'
      ) as goals`

/**
 * Reads the stored training state of an athlete: everything that follows from the facts. Goals that
 * were dropped are left out.
 */
export const readStoredTraining = one({
  name: 'readStoredTraining',
  row: storedTrainingRow,
  sql: (athlete: Athlete) => sql`
    select
      ${exercisesPart(athlete)},
      ${categoriesPart(athlete)},
      ${levelsPart(athlete)},
      ${decisionsPart(athlete)},
      ${recordsPart(athlete)},
      ${goalsPart(athlete)}`,
  map: (row): StoredTraining => ({
    exercises: by(row.exercises.filter(isKnown), ({ exerciseId }) => exerciseId),
    categories: by(row.categories, ({ category }) => category),
    levels: by(row.levels, ({ category }) => category),
    decisions: by(row.decisions, ({ sessionExerciseId }) => sessionExerciseId),
    records: by(row.records, recordKey),
    goals: by(row.goals, ({ goalId }) => goalId),
  }),
})

function by<Key, Item>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item> {
  return new Map(items.map((item) => [keyOf(item), item]))
}
