import * as z from 'zod'
import type { ExerciseKeys } from '#domain/library/exercise-ref.schema.js'
import type { LibraryFacts } from '#domain/library/library-facts.js'
import { ExerciseSlug, Metric } from '#domain/library/vocabulary.js'
import { DecisionKind, DecisionReason, DecisionRuleId } from '#domain/progression/decision.schema.js'
import type { StoredDecision } from '#domain/training/stored-training.js'
import { type AthleteId, ExerciseId, SessionExerciseId, SessionId } from '#domain/values/id.schema.js'
import { effect, many, maybeOne, type Sql, sql } from '../statement.js'
import { isNamedByKey } from './exercise-columns.js'

type Target = { userId: AthleteId }

const amounts = z.array(z.number())

/** The JSON that `decisionJson` builds, with its fields in the domain's order. */
export const decisionRow = z.object({
  sessionExerciseId: SessionExerciseId,
  sessionId: SessionId,
  exerciseId: ExerciseId,
  on: z.string(),
  decision: DecisionKind,
  reason: DecisionReason,
  ruleId: DecisionRuleId,
  rulesVersion: z.string(),
  inputs: z.object({
    actual: amounts,
    rpeLast: z.number().nullable(),
    pain: z.number(),
    defaults: amounts,
    overStreak: z.number(),
    failStreak: z.number(),
    masteryCount: z.number(),
    targets: amounts.exactOptional(),
    counted: amounts.exactOptional(),
    judgedAt: SessionExerciseId.exactOptional(),
  }),
  before: amounts,
  after: amounts,
  completion: z.number(),
  overridden: z.boolean(),
  heldForReview: z.boolean(),
})

/** Builds the JSON of a row of `exercise_decisions as decision`. */
export const decisionJson = sql`
        json_build_object(
          'sessionExerciseId', decision.session_exercise_id,
          'sessionId', decision.session_id,
          'exerciseId', decision.exercise_id,
          'on', decision.decided_on,
          'decision', decision.decision,
          'reason', decision.reason,
          'ruleId', decision.rule_id,
          'rulesVersion', decision.rules_version,
          'inputs', decision.inputs,
          'before', decision.working_before,
          'after', decision.working_after,
          'completion', decision.completion,
          'overridden', decision.overridden,
          'heldForReview', decision.held_for_review)`

/**
 * Stores decisions, given as a JSON list; each replaces the one stored for its session exercise.
 */
export const putDecisions = effect({
  name: 'putDecisions',
  sql: ({ userId, json }: Target & { json: string }) => sql`
    insert into exercise_decisions (
      session_exercise_id, user_id, session_id, exercise_id, decided_on, decision, reason, rule_id, rules_version,
      inputs, working_before, working_after, completion, overridden, held_for_review)
    select
      decision."sessionExerciseId", ${userId}::uuid, decision."sessionId", decision."exerciseId", decision."on",
      decision.decision, decision.reason, decision."ruleId", decision."rulesVersion", decision.inputs,
      decision.before, decision.after, decision.completion, decision.overridden, decision."heldForReview"
    from json_to_recordset(${json}::json) as decision (
      "sessionExerciseId" uuid, "sessionId" uuid, "exerciseId" uuid, "on" date, decision text, reason text, "ruleId" text,
      "rulesVersion" text, inputs jsonb, before jsonb, after jsonb, completion double precision, overridden boolean,
      "heldForReview" boolean)
    on conflict on constraint exercise_decisions_pkey do update
    set
      decided_on = excluded.decided_on,
      decision = excluded.decision,
      reason = excluded.reason,
      rule_id = excluded.rule_id,
      rules_version = excluded.rules_version,
      inputs = excluded.inputs,
      working_before = excluded.working_before,
      working_after = excluded.working_after,
      completion = excluded.completion,
      overridden = excluded.overridden,
      held_for_review = excluded.held_for_review`,
})

/** Deletes the decisions about session exercises that no longer lead to one. */
export const deleteDecisions = effect({
  name: 'deleteDecisions',
  sql: ({ userId, ids }: Target & { ids: readonly SessionExerciseId[] }) => sql`
    delete from exercise_decisions
    where user_id = ${userId}::uuid
      and session_exercise_id = any (${ids}::uuid[])`,
})

/** Selects the newest decisions under a condition, so many of them. */
const newestDecisions = (userId: AthleteId, condition: Sql, limit: number) => sql`
    select ${decisionJson} as decision
    from exercise_decisions as decision
    join workout_sessions as session on session.id = decision.session_id and session.user_id = decision.user_id
    join session_exercises as item on item.id = decision.session_exercise_id and item.user_id = decision.user_id
    where decision.user_id = ${userId}::uuid
      and ${condition}
    order by decision.decided_on desc, session.completed_at desc, session.id desc, item.exercise_order desc
    limit ${limit}::integer`

type About = Target & ExerciseKeys & { readonly reasons: readonly string[]; readonly limit: number }

/** Selects decisions about an exercise that were made for certain reasons. */
const isAbout = ({ id, slug, reasons }: Pick<About, 'id' | 'slug' | 'reasons'>) => sql`
      decision.exercise_id = (select exercise.id from exercises as exercise where ${isNamedByKey({ id, slug })} limit 1)
      and decision.reason = any (${reasons}::text[])`

/**
 * Lists the last decisions about an exercise that were made for certain reasons, newest first. The day of
 * the oldest of them is found in an index, so that the others of a long history are not looked at.
 */
export const listDecisionsAbout = many({
  name: 'listDecisionsAbout',
  row: z.object({ decision: decisionRow }),
  sql: ({ userId, id, slug, reasons, limit }: About) => {
    const about = isAbout({ id, slug, reasons })
    return newestDecisions(
      userId,
      sql`decision.decided_on >= (
        select min(newest.decided_on)
        from (
          select decision.decided_on
          from exercise_decisions as decision
          where decision.user_id = ${userId}::uuid
            and ${about}
          order by decision.decided_on desc
          limit ${limit}::integer
        ) as newest
      )
      and ${about}`,
      limit,
    )
  },
  map: ({ decision }): StoredDecision => decision,
})

/** Lists the decisions that were made on a day, newest first. */
export const listDecisionsOn = many({
  name: 'listDecisionsOn',
  row: z.object({ decision: decisionRow }),
  sql: ({ userId, on, limit }: Target & { readonly on: string; readonly limit: number }) =>
    newestDecisions(userId, sql`decision.decided_on = ${on}::date`, limit),
  map: ({ decision }): StoredDecision => decision,
})

/**
 * The decisions about a session, the exercises they concern, and the version of the training log
 * they follow from.
 */
export type SessionDecisions = {
  readonly version: number
  readonly decisions: readonly StoredDecision[]
  readonly exercises: readonly Pick<LibraryFacts, 'id' | 'slug' | 'name' | 'metric'>[]
}

const exercise = z.object({ id: ExerciseId, slug: ExerciseSlug, name: z.string(), metric: Metric })

/**
 * Finds the decisions about a completed session, in the order of its exercises; null when the
 * athlete has no such completed session.
 */
export const findSessionDecisions = maybeOne({
  name: 'findSessionDecisions',
  row: z.object({ version: z.number(), decisions: z.array(decisionRow), exercises: z.array(exercise) }),
  sql: ({ userId, sessionId }: Target & { sessionId: SessionId }) => sql`
    select
      coalesce(training.version, 0) as version,
      (
        select coalesce(json_agg(${decisionJson}
        order by item.exercise_order), '[]'::json)
        from exercise_decisions as decision
        join session_exercises as item on item.id = decision.session_exercise_id
        where decision.session_id = session.id
          and decision.user_id = session.user_id
      ) as decisions,
      (
        select coalesce(json_agg(json_build_object(
          'id', exercise.id, 'slug', exercise.slug, 'name', exercise.name, 'metric', exercise.metric)), '[]'::json)
        from exercises as exercise
        where exercise.id in (select exercise_id from exercise_decisions where session_id = session.id)
      ) as exercises
    from workout_sessions as session
    left join training_versions as training on training.user_id = session.user_id
    where session.id = ${sessionId}::uuid
      and session.user_id = ${userId}::uuid`,
  map: (row): SessionDecisions => row,
})
