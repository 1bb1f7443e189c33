import type { AthleteId } from '#domain/values/id.schema.js'
import { effect, sql } from '../statement.js'

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
