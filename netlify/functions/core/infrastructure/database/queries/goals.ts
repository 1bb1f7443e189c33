import * as z from 'zod'
import { GoalKind } from '#domain/event/vocabulary.js'
import type { Goal } from '#domain/goal/goal.js'
import { GoalStatus } from '#domain/goal/goal.schema.js'
import { type AthleteId, ExerciseId, GoalId } from '#domain/values/id.schema.js'
import { effect, many, maybeOne, sql } from '../statement.js'

const goalRow = z.object({
  id: GoalId,
  kind: GoalKind,
  exercise_id: ExerciseId.nullable(),
  target: z.number().nullable(),
  deadline: z.string().nullable(),
  status: GoalStatus,
  set_on: z.string(),
  reached_on: z.string().nullable(),
  notes: z.string().nullable(),
  version: z.number(),
  created_at: z.date(),
  updated_at: z.date(),
})

function goalOf(row: z.output<typeof goalRow>): Goal {
  return {
    id: row.id,
    kind: row.kind,
    exerciseId: row.exercise_id,
    target: row.target,
    deadline: row.deadline,
    status: row.status,
    setOn: row.set_on,
    reachedOn: row.reached_on,
    notes: row.notes,
    version: row.version,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  }
}

const goalsOf = ({ userId }: { userId: AthleteId }) => sql`
    select
      id,
      kind,
      exercise_id,
      target,
      deadline::text as deadline,
      status,
      set_on::text as set_on,
      reached_on::text as reached_on,
      notes,
      version,
      created_at,
      updated_at
    from goals
    where user_id = ${userId}::uuid`

/** Finds a goal of an athlete, including one that was dropped. */
export const findGoal = maybeOne({
  name: 'findGoal',
  row: goalRow,
  sql: ({ userId, id }: { userId: AthleteId; id: GoalId }) => sql`
    ${goalsOf({ userId })}
      and id = ${id}::uuid`,
  map: goalOf,
})

type Filter = {
  userId: AthleteId
  status: GoalStatus | null
  afterSetOn: string | null
  afterId: GoalId | null
  limit: number
}

/** Lists an athlete's goals, the one set last first. */
export const listGoals = many({
  name: 'listGoals',
  row: goalRow,
  sql: ({ userId, status, afterSetOn, afterId, limit }: Filter) => sql`
    ${goalsOf({ userId })}
      and (${status}::text is null or status = ${status}::text)
      and (set_on, id) < (
        coalesce(${afterSetOn}::date, 'infinity'),
        coalesce(${afterId}::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
      )
    order by set_on desc, id desc
    limit ${limit}::integer`,
  map: goalOf,
})

export const insertGoal = effect({
  name: 'insertGoal',
  sql: ({ userId, goal }: { userId: AthleteId; goal: Goal }) => sql`
    insert into goals (
      id, user_id, kind, exercise_id, target, deadline, status, set_on, reached_on, notes, version, created_at, updated_at
    )
    values (
      ${goal.id}::uuid, ${userId}::uuid, ${goal.kind}::text, ${goal.exerciseId}::uuid, ${goal.target}::double precision,
      ${goal.deadline}::date, ${goal.status}::text, ${goal.setOn}::date, ${goal.reachedOn}::date, ${goal.notes}::text,
      ${goal.version}::integer, ${goal.createdAt}::timestamptz, ${goal.updatedAt}::timestamptz
    )`,
})

/**
 * Updates the fields of a goal that may change; raises STALE_VERSION when the stored goal is not at
 * the previous version.
 */
export const updateGoal = effect({
  name: 'updateGoal',
  sql: ({ userId, goal }: { userId: AthleteId; goal: Goal }) => sql`
    with touched as (
      update goals
      set
        target = ${goal.target}::double precision,
        deadline = ${goal.deadline}::date,
        status = ${goal.status}::text,
        reached_on = ${goal.reachedOn}::date,
        notes = ${goal.notes}::text,
        version = ${goal.version}::integer,
        updated_at = ${goal.updatedAt}::timestamptz
      where id = ${goal.id}::uuid
        and user_id = ${userId}::uuid
        and version = ${goal.version}::integer - 1
      returning 1
    )
    select app.ensure(exists (select from touched), 'STALE_VERSION')`,
})
