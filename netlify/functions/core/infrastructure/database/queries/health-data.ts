import * as z from 'zod'
import { healthFields } from '#domain/account/health-data.js'
import { reasonsOfHealth, typesAboutHealth } from '#domain/event/tells-of-health.js'
import type { AthleteId } from '#domain/values/id.schema.js'
import { effect, one, sql } from '../statement.js'

type Athlete = { userId: AthleteId }

/** Tells whether an athlete has any health data stored. */
export const holdsHealthData = one({
  name: 'holdsHealthData',
  row: z.object({ held: z.boolean() }),
  sql: ({ userId }: Athlete) => sql`
    select
      exists (select from check_ins where user_id = ${userId}::uuid)
      or exists (select from body_mass_entries where user_id = ${userId}::uuid)
      or exists (select from users where id = ${userId}::uuid and body_mass_kg is not null)
      or exists (select from level_tests where user_id = ${userId}::uuid and pain > 0)
      or exists (select from exercise_set_logs where user_id = ${userId}::uuid and pain is not null)
      or exists (
        select from session_exercises where user_id = ${userId}::uuid and standard_body_mass_kg is not null
      ) as held`,
  map: ({ held }) => held,
})

/** Deletes an athlete's check-ins. */
export const eraseCheckIns = effect({
  name: 'eraseCheckIns',
  sql: ({ userId }: Athlete) => sql`delete from check_ins where user_id = ${userId}::uuid`,
})

/** Deletes what an athlete weighed, day by day. */
export const eraseBodyMass = effect({
  name: 'eraseBodyMass',
  sql: ({ userId }: Athlete) => sql`delete from body_mass_entries where user_id = ${userId}::uuid`,
})

/** Takes the body mass out of an athlete's profile. */
export const eraseBodyMassOfProfile = effect({
  name: 'eraseBodyMassOfProfile',
  sql: ({ userId, now }: Athlete & { now: Date }) => sql`
    update users
    set body_mass_kg = null, version = version + 1, updated_at = ${now}::timestamptz
    where id = ${userId}::uuid and body_mass_kg is not null`,
})

/**
 * Counts up the versions of the sessions in which pain was noted or a body mass judged, so that a change
 * that rests on what was read or is remembered does not bring it back.
 */
export const touchSessionsWithHealthData = effect({
  name: 'touchSessionsWithHealthData',
  sql: ({ userId, now }: Athlete & { now: Date }) => sql`
    update workout_sessions
    set version = version + 1, updated_at = ${now}::timestamptz
    where user_id = ${userId}::uuid
      and id in (
        select item.session_id
        from exercise_set_logs as log
        join session_exercises as item on item.id = log.session_exercise_id and item.user_id = log.user_id
        where log.user_id = ${userId}::uuid and log.pain is not null
        union
        select session_id
        from session_exercises
        where user_id = ${userId}::uuid and standard_body_mass_kg is not null
      )`,
})

/** Takes pain and its site out of an athlete's sets. */
export const erasePainOfSets = effect({
  name: 'erasePainOfSets',
  sql: ({ userId, now }: Athlete & { now: Date }) => sql`
    update exercise_set_logs
    set pain = null, pain_site = null, version = version + 1, updated_at = ${now}::timestamptz
    where user_id = ${userId}::uuid and pain is not null`,
})

/** Takes the body mass of the day out of the standards by which an athlete was judged. */
export const eraseBodyMassOfStandards = effect({
  name: 'eraseBodyMassOfStandards',
  sql: ({ userId }: Athlete) => sql`
    update session_exercises
    set standard_body_mass_kg = null
    where user_id = ${userId}::uuid and standard_body_mass_kg is not null`,
})

/** Takes the pain out of an athlete's level tests. */
export const erasePainOfTests = effect({
  name: 'erasePainOfTests',
  sql: ({ userId }: Athlete) => sql`
    update level_tests set pain = 0 where user_id = ${userId}::uuid and pain > 0`,
})

/** Takes what tells of health out of the reasons of an athlete's easier weeks. */
export const eraseHealthOfDeloads = effect({
  name: 'eraseHealthOfDeloads',
  sql: ({ userId }: Athlete) => sql`
    update deloads
    set triggers = array(select reason from unnest(triggers) as reason where reason <> all (${reasonsOfHealth}::text[]))
    where user_id = ${userId}::uuid and triggers && ${reasonsOfHealth}::text[]`,
})

/** Forgets the answers that are kept for repeats, and the exports: they hold copies. */
export const forgetCopies = effect({
  name: 'forgetCopies',
  sql: ({ userId }: Athlete) => sql`
    with answers as (
      delete from idempotency_keys where user_id = ${userId}::uuid
    )
    delete from account_exports where user_id = ${userId}::uuid`,
})

/** Takes health data out of the events of the athlete that the unit of work runs as, and out of their deliveries. */
export const eraseHealthOfEvents = effect({
  name: 'eraseHealthOfEvents',
  sql: (_: Record<never, never>) => sql`
    select app.erase_health_data(${healthFields}::text[], ${typesAboutHealth}::text[], ${reasonsOfHealth}::text[])`,
})
