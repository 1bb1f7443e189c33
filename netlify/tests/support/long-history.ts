import type pg from 'pg'
import { rulesInForce } from '#domain/rules/rules-in-force.js'

/** Exercises of all categories, counted and held, on one side and on two. */
const slugs = ['push-up', 'diamond-push-up', 'dead-hang', 'archer-row', 'jump-squat'] as const
const setsOfExercise = 3

type Rows = <Row extends pg.QueryResultRow>(text: string, values?: readonly unknown[]) => Promise<Row[]>

export type History = {
  readonly sessions: number
  readonly sessionsPerDay?: number
  /** The last day; yesterday when it is left out. */
  readonly until?: string
}

/**
 * Makes an athlete's past in SQL: completed sessions of five exercises with three sets each, and
 * their events. What follows from them is not stored (`repairAthlete` stores it).
 */
export async function makeHistory(rows: Rows, athleteId: string, history: History): Promise<void> {
  const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10)
  const { sessions, sessionsPerDay = 1, until = yesterday } = history
  const of = [athleteId]
  await rows(sessionsSql, [athleteId, sessions, sessionsPerDay, until, rulesInForce.version])
  await rows(exercisesSql, [athleteId, [...slugs]])
  await rows(setsSql, [athleteId, setsOfExercise])
  for (const sql of [plannedSql, loggedSql, completedSql]) await rows(sql, of)
  await rows("update users set created_at = timestamptz '1990-01-01' where id = $1::uuid", of)
  for (const table of ['workout_sessions', 'session_exercises', 'exercise_set_logs', 'events']) {
    await rows(`analyze ${table}`)
  }
}

const sessionsSql = `
  insert into workout_sessions (
    user_id, session_date, status, started_at, completed_at, duration_minutes, rules_version, created_at, updated_at)
  select $1::uuid, at::date, 'completed', at, at + interval '45 minutes', 45, $5::text, at, at
  from generate_series(0, $2::integer - 1) as number
  cross join lateral (
    select
      ($4::date - number / $3::integer)::timestamp at time zone 'UTC'
      + interval '6 hours' + number % $3::integer * (interval '12 hours' / $3::integer) as at
  ) as moment`

const exercisesSql = `
  insert into session_exercises (
    session_id, user_id, exercise_id, exercise_order, planned_sets, standard_sets, standard_difficulty, completed,
    created_at, updated_at)
  select
    session.id, session.user_id, exercise.id, item.place, exercise.default_sets, exercise.default_sets,
    exercise.difficulty, true, session.started_at, session.completed_at
  from workout_sessions as session
  cross join unnest($2::text[]) with ordinality as item (slug, place)
  join exercises as exercise on exercise.slug = item.slug
  where session.user_id = $1::uuid`

/** Amounts and effort come and go, so that working sets rise and fall. */
const setsSql = `
  insert into exercise_set_logs (
    session_exercise_id, user_id, set_number, side, actual_reps, actual_duration_seconds, perceived_effort,
    completed_at, created_at, updated_at)
  select
    item.id, item.user_id, number, side,
    case exercise.metric when 'reps' then amount end,
    case exercise.metric when 'duration' then amount end,
    6 + mod(dayNumber + number, 5) / 2.0, session.completed_at, session.completed_at, session.completed_at
  from session_exercises as item
  join workout_sessions as session on session.id = item.session_id
  join exercises as exercise on exercise.id = item.exercise_id
  cross join generate_series(1, $2::integer) as number
  cross join lateral unnest(case when exercise.unilateral then array['left', 'right'] else array[null] end) as side
  cross join lateral (select session.session_date - date '2000-01-01' as dayNumber) as day
  cross join lateral (select 4 + mod(dayNumber * 7 + item.exercise_order * 3, 9) as amount) as performed
  where item.user_id = $1::uuid`

const eventColumns =
  'insert into events (id, user_id, type, type_version, subject, occurred_at, recorded_at, request_id, payload)'
const amountsOf = (sets: string) =>
  `(select jsonb_agg(coalesce(one -> 'reps', one -> 'duration')) from jsonb_array_elements(${sets}) as one)`

const plannedSql = `
  ${eventColumns}
  select
    gen_random_uuid(), session.user_id, 'session.planned', 1, session.id, session.started_at, session.started_at, 'past',
    jsonb_build_object('sessionId', session.id, 'date', session.session_date, 'time', null, 'exercises', (
      select jsonb_agg(jsonb_build_object(
        'id', item.id, 'exerciseId', item.exercise_id, 'order', item.exercise_order,
        'targets', ${amountsOf('item.planned_sets')}) order by item.exercise_order)
      from session_exercises as item
      where item.session_id = session.id
    ))
  from workout_sessions as session
  where session.user_id = $1::uuid
  order by session.completed_at`

const loggedSql = `
  ${eventColumns}
  select
    gen_random_uuid(), log.user_id, 'set.logged', 1, item.session_id, log.completed_at, log.completed_at, 'past',
    jsonb_build_object('sessionId', item.session_id, 'sessionExerciseId', item.id, 'exerciseId', item.exercise_id,
      'set', jsonb_build_object(
        'id', log.id, 'setNumber', log.set_number, 'side', log.side, 'reps', log.actual_reps,
        'duration', log.actual_duration_seconds, 'rpe', log.perceived_effort, 'weightKg', log.weight_kg,
        'pain', log.pain, 'painSite', log.pain_site))
  from exercise_set_logs as log
  join session_exercises as item on item.id = log.session_exercise_id
  where log.user_id = $1::uuid
  order by log.completed_at, item.exercise_order, log.set_number, log.side nulls first`

const completedSql = `
  ${eventColumns}
  select
    gen_random_uuid(), session.user_id, 'session.completed', 1, session.id, session.completed_at, session.completed_at,
    'past',
    jsonb_build_object(
      'sessionId', session.id, 'date', session.session_date, 'completedAt', session.completed_at,
      'durationMinutes', session.duration_minutes, 'rulesVersion', session.rules_version, 'standards', (
        select jsonb_agg(jsonb_build_object(
          'sessionExerciseId', item.id, 'sets', ${amountsOf('item.standard_sets')},
          'difficulty', item.standard_difficulty) order by item.exercise_order)
        from session_exercises as item
        where item.session_id = session.id
      ))
  from workout_sessions as session
  where session.user_id = $1::uuid
  order by session.completed_at`
