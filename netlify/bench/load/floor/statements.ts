import { plannedSlugs, setsOfExercise } from '../operations/bodies.js'

/** A statement of the floor: the name under which it may be prepared, and its text. */
export type FloorStatement = { readonly name: string; readonly text: string }

const slugs = plannedSlugs.map((slug) => `'${slug}'`).join(', ')

/** The three exercises that every planned session has, in order. */
const planned = `(select id, default_sets, row_number() over (order by array_position(array[${slugs}]::text[], slug::text)) as place
  from exercises where slug in (${slugs})) as exercise`

const exerciseColumns = `exercise.id, exercise.slug, exercise.name, level.level_order as level, level.name as level_name,
  category.name as category, exercise.metric, exercise.difficulty, exercise.description, exercise.cues,
  exercise.unilateral, exercise.body_mass_fraction, exercise.primary_muscles, exercise.default_sets,
  exercise.default_tempo, exercise.default_rest_seconds, exercise.default_equipment, exercise.equipment_groups,
  exercise.tags, exercise.aliases, exercise.slot, exercise.ladder, exercise.created_at, exercise.updated_at`

const fromExercises = `from exercises as exercise
  join workout_levels as level on level.id = exercise.level_id
  join exercise_categories as category on category.id = exercise.category_id`

/** $1 category, $2 level. */
export const libraryList = {
  name: 'library-list',
  text: `select ${exerciseColumns} ${fromExercises}
  where category.name = $1::text and level.level_order = $2::integer and exercise.retired_at is null
  order by exercise.difficulty, exercise.slug limit 50`,
}

/** $1 slug. */
export const exerciseBySlug = {
  name: 'exercise',
  text: `select ${exerciseColumns} ${fromExercises} where exercise.slug = $1::text`,
}

/** Days with their sums, and sessions with the names of their exercises. $1 athlete, $2 first day, $3 last day. */
export const week = {
  name: 'week',
  text: `select
    (select json_agg(day order by day.workout_date) from daily_workout_summary as day
      where day.user_id = $1::uuid and day.workout_date between $2::date and $3::date) as days,
    (select json_agg(one order by one.session_date) from (
      select session.id, session.session_date, session.status, session.duration_minutes, (
        select json_agg(json_build_object('slug', exercise.slug, 'name', exercise.name) order by item.exercise_order)
        from session_exercises as item join exercises as exercise on exercise.id = item.exercise_id
        where item.session_id = session.id) as exercises
      from workout_sessions as session
      where session.user_id = $1::uuid and session.session_date between $2::date and $3::date) as one) as sessions`,
}

/** A session with its exercises and their sets. $1 session, $2 athlete. */
export const session = {
  name: 'session',
  text: `select session.*, (
      select json_agg(json_build_object(
        'id', item.id, 'order', item.exercise_order, 'slug', exercise.slug, 'name', exercise.name,
        'planned', item.planned_sets, 'completed', item.completed, 'sets', (
          select json_agg(log order by log.set_number, log.side)
          from exercise_set_logs as log where log.session_exercise_id = item.id)) order by item.exercise_order)
      from session_exercises as item join exercises as exercise on exercise.id = item.exercise_id
      where item.session_id = session.id) as exercises
  from workout_sessions as session where session.id = $1::uuid and session.user_id = $2::uuid`,
}

/** A session with its exercises. $1 athlete, $2 date. */
export const createSession = {
  name: 'create-session',
  text: `with created as (
    insert into workout_sessions (user_id, session_date) values ($1::uuid, $2::date) returning id, user_id
  )
  insert into session_exercises (session_id, user_id, exercise_id, exercise_order, planned_sets)
  select created.id, created.user_id, exercise.id, exercise.place, exercise.default_sets
  from created, ${planned}
  returning session_id, id`,
}

/** A set of an exercise of the athlete's. $1 session exercise, $2 athlete, $3 number, $4 reps, $5 RPE. */
export const logSet = {
  name: 'log-set',
  text: `insert into exercise_set_logs (session_exercise_id, user_id, set_number, actual_reps, perceived_effort)
  values ($1::uuid, $2::uuid, $3::integer, $4::integer, $5::numeric) returning id, completed_at`,
}

/** $1 session, $2 athlete. */
export const completeSession = {
  name: 'complete-session',
  text: `update workout_sessions
  set status = 'completed', completed_at = now(), version = version + 1
  where id = $1::uuid and user_id = $2::uuid and status <> 'completed' returning id, session_date::text as session_date`,
}

/** A completed session with its exercises and sets. $1 session, $2 athlete, $3 date, $4 begin, $5 end. */
export const putSession = {
  name: 'put-session',
  text: `with created as (
    insert into workout_sessions (id, user_id, session_date, status, started_at, completed_at)
    values ($1::uuid, $2::uuid, $3::date, 'completed', $4::timestamptz, $5::timestamptz) returning id, user_id
  ), items as (
    insert into session_exercises (session_id, user_id, exercise_id, exercise_order, planned_sets, completed)
    select created.id, created.user_id, exercise.id, exercise.place, exercise.default_sets, true
    from created, ${planned}
    returning id, user_id
  )
  insert into exercise_set_logs (session_exercise_id, user_id, set_number, actual_reps, perceived_effort)
  select items.id, items.user_id, number, 8, 8 from items, generate_series(1, ${setsOfExercise}) as number
  returning id`,
}

/** The event of a change. $1 athlete, $2 type, $3 subject, $4 payload. */
export const appendEvent = {
  name: 'append-event',
  text: `insert into events (id, user_id, type, type_version, subject, occurred_at, recorded_at, request_id, payload)
  values (gen_random_uuid(), $1::uuid, $2::text, 1, $3::text, now(), now(), 'floor', $4::jsonb)`,
}

/** The day's sums, by what the change adds. $1 athlete, $2 date, $3 sessions, $4 exercises, $5 planned sets, $6 sets, $7 reps. */
export const addToDay = {
  name: 'add-to-day',
  text: `insert into daily_workout_summary as day (user_id, workout_date, planned_sessions, completed_sessions,
    total_exercises, completed_exercises, planned_sets, completed_sets, total_reps, total_hold_seconds,
    total_duration_minutes, categories, is_completed)
  values ($1::uuid, $2::date, $3::integer, 0, $4::integer, 0, $5::integer, $6::integer, $7::integer, 0, 0, '{}', false)
  on conflict (user_id, workout_date) do update set
    planned_sessions = day.planned_sessions + excluded.planned_sessions,
    total_exercises = day.total_exercises + excluded.total_exercises,
    planned_sets = day.planned_sets + excluded.planned_sets,
    completed_sets = day.completed_sets + excluded.completed_sets,
    total_reps = day.total_reps + excluded.total_reps`,
}

/** Raises the version of the session that a change belongs to. $1 session, $2 athlete. */
export const touchSession = {
  name: 'touch-session',
  text: `update workout_sessions set version = version + 1, updated_at = now()
  where id = $1::uuid and user_id = $2::uuid returning session_date::text as session_date`,
}

/** Raises the version of an exercise in a session. $1 session exercise, $2 athlete. */
export const touchExercise = {
  name: 'touch-exercise',
  text: `update session_exercises set version = version + 1, updated_at = now()
  where id = $1::uuid and user_id = $2::uuid`,
}
