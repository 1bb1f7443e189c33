import { randomUUID } from 'node:crypto'
import { withClient } from '#tests/support/with-client.js'
import type { Athlete, OpenSession } from '../operations/ask.js'
import { plannedSlugs } from '../operations/bodies.js'
import type { Targets } from './targets.js'

const writersOfEach = 64

/** Makes athletes for a server to write to, so that no server changes what another one reads. */
export async function addWriters(url: string, { tokenOf }: Pick<Targets, 'tokenOf'>): Promise<Athlete[]> {
  const ids = Array.from({ length: writersOfEach }, () => randomUUID())
  await withClient(url, (client) =>
    client.query(
      `insert into users (id, email, name) select id, id || '@bench.example.com', 'Bea' from unnest($1::uuid[]) as id`,
      [ids],
    ),
  )
  return Promise.all(ids.map(async (id) => ({ id, token: await tokenOf(id) })))
}

/**
 * Takes away what athletes trained on a day, with what the product keeps from that day on to decide by. So
 * athletes are measured who train once a day, and not a dozen times, with each of which the next one has to
 * be decided.
 *
 * @param day a local date (`YYYY-MM-DD`), after which they have not trained.
 */
export async function emptyDay(url: string, athletes: readonly Athlete[], day: string): Promise<void> {
  const ids = athletes.map(({ id }) => id)
  await withClient(url, async (client) => {
    await client.query('delete from workout_sessions where user_id = any ($1::uuid[]) and session_date = $2', [
      ids,
      day,
    ])
    await client.query('delete from training_checkpoints where user_id = any ($1::uuid[]) and day >= $2', [ids, day])
  })
}

/** Days on which nobody has trained, in the order in which sessions are put there. */
const firstEmptyDay = '2001-01-01'

/**
 * Opens sessions to log sets into: as many of each athlete on days of their own, long before their
 * history, with the sums of those days. Their instants are whole milliseconds, as those that the API writes:
 * it compares what it remembers of a session with them.
 */
export async function openSessions(url: string, athletes: readonly Athlete[], ofEach: number): Promise<OpenSession[]> {
  const byId = new Map(athletes.map((athlete) => [athlete.id, athlete]))
  const { rows } = await withClient(url, (client) =>
    client.query<{ id: string; user_id: string; exercises: string[] }>(openSql, [
      [...byId.keys()],
      ofEach,
      [...plannedSlugs],
    ]),
  )
  return rows.flatMap(({ id, user_id, exercises }) => {
    const athlete = byId.get(user_id)
    return athlete ? [{ id, athlete, exercises }] : []
  })
}

const openSql = `
  with begun as (
    insert into workout_sessions (user_id, session_date, status, started_at, created_at, updated_at)
    select athlete.id, coalesce(used.last, date '${firstEmptyDay}') + n, 'in_progress', at, at, at
    from date_trunc('milliseconds', now()) as at
    cross join unnest($1::uuid[]) as athlete (id)
    cross join lateral (
      select max(session_date) as last
      from workout_sessions
      where user_id = athlete.id and session_date < date '2015-01-01'
    ) as used
    cross join generate_series(1, $2::integer) as n
    returning id, user_id, session_date
  ),
  items as (
    insert into session_exercises (session_id, user_id, exercise_id, exercise_order, planned_sets)
    select begun.id, begun.user_id, exercise.id, wanted.place, exercise.default_sets
    from begun
    cross join unnest($3::text[]) with ordinality as wanted (slug, place)
    join exercises as exercise on exercise.slug = wanted.slug
    returning id, session_id, exercise_id, exercise_order, planned_sets
  ),
  days as (
    insert into daily_workout_summary (
      user_id, workout_date, planned_sessions, completed_sessions, total_exercises, completed_exercises, planned_sets,
      completed_sets, total_reps, total_hold_seconds, total_duration_minutes, categories, is_completed)
    select
      begun.user_id, begun.session_date, 1, 0, count(*), 0, sum(jsonb_array_length(items.planned_sets)), 0, 0, 0, 0,
      array_agg(distinct category.name::text collate "C" order by category.name::text collate "C"), false
    from begun
    join items on items.session_id = begun.id
    join exercises as exercise on exercise.id = items.exercise_id
    join exercise_categories as category on category.id = exercise.category_id
    group by begun.user_id, begun.session_date
  )
  select begun.id, begun.user_id, array_agg(items.id order by items.exercise_order) as exercises
  from begun
  join items on items.session_id = begun.id
  group by begun.id, begun.user_id
  order by random()`
