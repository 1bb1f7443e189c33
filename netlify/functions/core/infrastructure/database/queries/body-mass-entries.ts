import * as z from 'zod'
import type { AthleteId, SessionId } from '#domain/values/id.schema.js'
import { effect, maybeOne, type Sql, sql } from '../statement.js'

/**
 * Selects the body mass of an athlete as of a day: the latest entry up to then, else the first after it.
 * Nothing is known without the consent.
 */
export const bodyMassAsOf = (userId: Sql, day: Sql) => sql`
        select entry.body_mass_kg
        from body_mass_entries as entry
        where entry.user_id = ${userId}
          and exists (
            select from consents as consent
            where consent.user_id = ${userId} and consent.purpose = 'health-data' and consent.given)
        order by
          entry.measured_on > ${day},
          abs(entry.measured_on - ${day})
        limit 1`

/** Finds an athlete's body mass in kilograms as of a day; null when none is known. */
export const findBodyMass = maybeOne({
  name: 'findBodyMass',
  row: z.object({ body_mass_kg: z.number() }),
  sql: ({ userId, on }: { userId: AthleteId; on: string }) => bodyMassAsOf(sql`${userId}::uuid`, sql`${on}::date`),
  map: ({ body_mass_kg }) => body_mass_kg,
})

/** Finds an athlete's body mass in kilograms as of the day of a session; null when none is known. */
export const findBodyMassOfSession = maybeOne({
  name: 'findBodyMassOfSession',
  row: z.object({ body_mass_kg: z.number() }),
  sql: ({ userId, sessionId }: { userId: AthleteId; sessionId: SessionId }) => sql`
    select weighed.body_mass_kg
    from workout_sessions as session
    cross join lateral (${bodyMassAsOf(sql`session.user_id`, sql`session.session_date`)}
    ) as weighed
    where session.id = ${sessionId}::uuid and session.user_id = ${userId}::uuid`,
  map: ({ body_mass_kg }) => body_mass_kg,
})

/**
 * Stores an athlete's body mass for a day; a later entry for the same day replaces an earlier one.
 */
export const putBodyMass = effect({
  name: 'putBodyMass',
  sql: ({ userId, on, bodyMassKg, now }: { userId: AthleteId; on: string; bodyMassKg: number; now: Date }) => sql`
    insert into body_mass_entries (user_id, measured_on, body_mass_kg, recorded_at)
    values (${userId}::uuid, ${on}::date, ${bodyMassKg}::numeric, ${now}::timestamptz)
    on conflict on constraint body_mass_entries_pkey do update
    set
      body_mass_kg = excluded.body_mass_kg,
      recorded_at = excluded.recorded_at`,
})
