import * as z from 'zod'
import { AthleteId } from '#domain/values/id.schema.js'
import { effect, maybeOne, one, sql } from '../statement.js'
import type { Coaching } from './coaching-columns.js'

/**
 * Finds an athlete by email (lower case), and counts their sessions, planned or done: all of them,
 * and those since a day.
 */
export const findDemoAthlete = maybeOne({
  name: 'findDemoAthlete',
  row: z.object({ id: AthleteId, sessions: z.number(), sessions_since: z.number() }),
  sql: ({ email, since }: { email: string; since: string }) => sql`
    select
      athlete.id,
      count(session.id)::integer as sessions,
      (count(session.id) filter (where session.session_date >= ${since}::date))::integer as sessions_since
    from users as athlete
    left join workout_sessions as session on session.user_id = athlete.id
    where athlete.email = ${email}::text
    group by athlete.id`,
  map: (row) => ({ id: row.id, sessions: row.sessions, sessionsSince: row.sessions_since }),
})

/** Inserts an athlete who has no way to sign in, and returns the id. */
export const insertAthlete = one({
  name: 'insertAthlete',
  row: z.object({ id: AthleteId }),
  sql: ({ email, name, timeZone }: { email: string; name: string; timeZone: string }) => sql`
    insert into users (email, name, time_zone)
    values (${email}::text, ${name}::text, ${timeZone}::text)
    returning id`,
  map: ({ id }) => ({ id }),
})

type Life = {
  readonly userId: AthleteId
  readonly createdAt: Date
  readonly bodyMassKg: number
  readonly equipment: readonly string[]
  readonly coaching: Omit<Coaching, 'skills'> & { readonly skills: readonly string[] }
}

/** Makes an account as old as the athlete's history, and fills in the profile. */
export const backdateAthlete = effect({
  name: 'backdateAthlete',
  sql: ({ userId, createdAt, bodyMassKg, equipment, coaching }: Life) => sql`
    update users
    set created_at = ${createdAt}::timestamptz,
      body_mass_kg = ${bodyMassKg}::numeric,
      equipment = ${equipment}::text[],
      days_per_week = ${coaching.daysPerWeek}::integer,
      minutes_per_session = ${coaching.minutesPerSession}::integer,
      load_kg = ${coaching.loadKg}::numeric,
      skills = ${coaching.skills}::text[],
      places = ${JSON.stringify(coaching.places)}::jsonb
    where id = ${userId}::uuid`,
})
