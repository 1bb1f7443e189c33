import type pg from 'pg'

type Rows = <Row extends pg.QueryResultRow>(text: string, values?: readonly unknown[]) => Promise<Row[]>

export type Crowd = {
  readonly athletes: number
  /** Completed sessions of each, one a day, of one exercise with one set. */
  readonly sessions: number
  /** The day of the last one. */
  readonly until: string
  readonly rulesVersion: string
}

/**
 * Makes athletes with a past in SQL: sessions, the summaries of their days, an override of the decision of
 * each session, and a checkpoint five days before the last one.
 *
 * @returns the ids of the athletes.
 */
export async function makeCrowd(rows: Rows, { athletes, sessions, until, rulesVersion }: Crowd): Promise<string[]> {
  const made = await rows<{ id: string }>(crowdSql, [athletes, sessions, until, rulesVersion])
  return made.map(({ id }) => id)
}

const crowdSql = `
  with athlete as (
    insert into users (email, name, time_zone)
    select gen_random_uuid() || '@example.com', 'One of many', 'UTC'
    from generate_series(1, $1::integer)
    returning id
  ),
  session as (
    insert into workout_sessions (
      user_id, session_date, status, started_at, completed_at, duration_minutes, rules_version)
    select athlete.id, moment::date, 'completed', moment, moment + interval '45 minutes', 45, $4::text
    from athlete
    cross join generate_series(0, $2::integer - 1) as number
    cross join lateral (
      select ($3::date - number)::timestamp at time zone 'UTC' + interval '18 hours' as moment
    ) as evening
    returning id, user_id, session_date, completed_at
  ),
  exercise as (
    insert into session_exercises (
      session_id, user_id, exercise_id, exercise_order, planned_sets, standard_sets, standard_difficulty, completed)
    select session.id, session.user_id, pushed.id, 1, pushed.default_sets, pushed.default_sets, pushed.difficulty, true
    from session
    cross join (select id, default_sets, difficulty from exercises where slug = 'push-up') as pushed
    returning id, user_id, session_id
  ),
  logged as (
    insert into exercise_set_logs (
      session_exercise_id, user_id, set_number, actual_reps, perceived_effort, completed_at)
    select id, user_id, 1, 8, 7.5, now()
    from exercise
  ),
  summed as (
    insert into daily_workout_summary (
      user_id, workout_date, planned_sessions, completed_sessions, total_exercises, completed_exercises, planned_sets,
      completed_sets, total_reps, total_hold_seconds, total_duration_minutes, categories, is_completed, effort_au)
    select user_id, session_date, 1, 1, 1, 1, 3, 1, 8, 0, 45, '{Push}', true, 337.5
    from session
  ),
  said as (
    insert into events (
      id, user_id, type, type_version, subject, occurred_at, recorded_at, request_id, payload)
    select
      gen_random_uuid(), session.user_id, 'decision.overridden', 1, exercise.id, session.completed_at,
      session.completed_at, 'past',
      jsonb_build_object(
        'sessionId', session.id, 'sessionExerciseId', exercise.id, 'on', session.session_date,
        'exerciseId', (select id from exercises where slug = 'push-up'),
        'sets', '[8, 8, 8]'::jsonb, 'rulesVersion', $4::text)
    from session
    join exercise on exercise.session_id = session.id
  ),
  folded as (
    insert into training_checkpoints (user_id, day, form, rules_version, library_version, state, notes)
    select id, $3::date - 5, 1, $4::text, (select version from library_version), '{}', '{}'
    from athlete
  )
  select id from athlete`
