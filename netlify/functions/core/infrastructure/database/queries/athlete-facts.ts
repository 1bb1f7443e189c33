import * as z from 'zod'
import { Equipment } from '#domain/library/vocabulary.js'
import type { BodyMassEntry } from '#domain/load/body-mass.js'
import { type AthleteId, ExerciseId } from '#domain/values/id.schema.js'
import { maybeOne, sql } from '../statement.js'
import { type Coaching, coachingColumns, coachingOf, coachingRow } from './coaching-columns.js'
import { consentsToHealthData } from './consents.js'

/** What decisions need to know about an athlete besides the training log. */
export type AthleteFacts = {
  readonly timeZone: string
  readonly createdAt: Date
  readonly equipment: readonly Equipment[]
  /** What the athlete told the coach: days and minutes, load at hand, skills wanted, places. */
  readonly coaching: Coaching
  readonly dislikes: readonly ExerciseId[]
  /** The last day up to which an easier week that is due does not apply. */
  readonly deloadDeclinedUntil: string | null
  /** Whether the athlete lets health data be used. */
  readonly healthDataConsent: boolean
  /** Body mass by day, oldest first; nothing is known without the consent. */
  readonly bodyMass: readonly BodyMassEntry[]
}

/** Finds what decisions need to know about an athlete; null when the account is gone. */
export const findAthleteFacts = maybeOne({
  name: 'findAthleteFacts',
  row: z.object({
    time_zone: z.string(),
    created_at: z.date(),
    equipment: z.array(Equipment),
    ...coachingRow,
    disliked_exercise_ids: z.array(ExerciseId),
    deload_declined_until: z.string().nullable(),
    health_data_consent: z.boolean(),
    body_mass: z.array(z.object({ on: z.string(), bodyMassKg: z.number() })),
  }),
  sql: ({ userId }: { userId: AthleteId }) => sql`
    select
      athlete.time_zone,
      athlete.created_at,
      athlete.equipment,
      ${coachingColumns},
      athlete.disliked_exercise_ids,
      athlete.deload_declined_until::text as deload_declined_until,
      ${consentsToHealthData({ userId })} as health_data_consent,
      (
        select coalesce(json_agg(json_build_object(
          'on', entry.measured_on,
          'bodyMassKg', entry.body_mass_kg) order by entry.measured_on), '[]'::json)
        from body_mass_entries as entry
        where entry.user_id = athlete.id
          and ${consentsToHealthData({ userId })}
      ) as body_mass
    from users as athlete
    where athlete.id = ${userId}::uuid`,
  map: (row): AthleteFacts => ({
    timeZone: row.time_zone,
    createdAt: row.created_at,
    equipment: row.equipment,
    coaching: coachingOf(row),
    dislikes: row.disliked_exercise_ids,
    deloadDeclinedUntil: row.deload_declined_until,
    healthDataConsent: row.health_data_consent,
    bodyMass: row.body_mass,
  }),
})
