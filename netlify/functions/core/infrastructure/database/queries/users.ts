import * as z from 'zod'
import { type Profile, Units } from '#domain/athlete/profile.schema.js'
import { Equipment } from '#domain/library/vocabulary.js'
import { AthleteId, type PlaceId } from '#domain/values/id.schema.js'
import { effect, many, maybeOne, one, sql } from '../statement.js'
import { coachingColumns, coachingOf, coachingRow, dislikedExercises } from './coaching-columns.js'
import { refRow } from './exercise-columns.js'

const profileRow = z.object({
  id: AthleteId,
  email: z.string(),
  name: z.string().nullable(),
  time_zone: z.string(),
  body_mass_kg: z.number().nullable(),
  equipment: z.array(Equipment),
  units: Units,
  ...coachingRow,
  dislikes: z.array(z.object(refRow)),
  version: z.number(),
  created_at: z.date(),
  updated_at: z.date(),
})

export const findProfile = maybeOne({
  name: 'findProfile',
  row: profileRow,
  sql: ({ userId }: { userId: AthleteId }) => sql`
    select
      athlete.id,
      athlete.email,
      athlete.name,
      athlete.time_zone,
      athlete.body_mass_kg::double precision as body_mass_kg,
      athlete.equipment,
      athlete.units,
      ${coachingColumns},
      ${dislikedExercises} as dislikes,
      athlete.version,
      athlete.created_at,
      athlete.updated_at
    from users as athlete
    where athlete.id = ${userId}::uuid`,
  map: (row): Profile => ({
    id: row.id,
    email: row.email,
    name: row.name,
    timeZone: row.time_zone,
    bodyMassKg: row.body_mass_kg,
    equipment: row.equipment,
    units: row.units,
    ...coachingOf(row),
    dislikes: row.dislikes,
    version: row.version,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  }),
})

/**
 * Locks the athlete's row until the batch ends, so that what is added under a limit by two requests
 * at once is counted one after the other. It must be a statement of its own before the one that
 * counts, because a statement does not see what was committed while it waited. Raises
 * ACCOUNT_NOT_FOUND when the account is gone.
 */
export const lockAthlete = effect({
  name: 'lockAthlete',
  sql: ({ userId }: { userId: AthleteId }) => sql`
    with athlete as (
      select id
      from users
      where id = ${userId}::uuid
      for no key update
    )
    select app.ensure(exists (select from athlete), 'ACCOUNT_NOT_FOUND')`,
})

/** Raises PLACE_NOT_FOUND when the athlete's profile has no such place. */
export const ensurePlace = effect({
  name: 'ensurePlace',
  sql: ({ userId, placeId }: { userId: AthleteId; placeId: PlaceId }) => sql`
    select app.ensure(
      exists (
        select from users
        where id = ${userId}::uuid
          and places @> jsonb_build_array(jsonb_build_object('id', ${placeId}::text))
      ),
      'PLACE_NOT_FOUND'
    )`,
})

export const countAthletes = one({
  name: 'countAthletes',
  row: z.object({ athletes: z.number() }),
  sql: (_: Record<never, never>) => sql`select count(*) as athletes from users`,
  map: ({ athletes }) => athletes,
})

/** Lists ids of athletes in order, starting after `after` when it is given. */
export const listAthleteIds = many({
  name: 'listAthleteIds',
  row: z.object({ id: AthleteId }),
  sql: ({ after, limit }: { after: AthleteId | null; limit: number }) => sql`
    select id
    from users
    where ${after}::uuid is null or id > ${after}::uuid
    order by id
    limit ${limit}::integer`,
  map: ({ id }) => id,
})

/**
 * Updates the fields of a profile that an athlete may change; raises STALE_VERSION when the stored
 * profile is not at the previous version.
 */
export const updateProfile = effect({
  name: 'updateProfile',
  sql: (profile: Profile) => sql`
    with touched as (
      update users
      set
        name = ${profile.name}::text,
        time_zone = ${profile.timeZone}::text,
        body_mass_kg = ${profile.bodyMassKg}::numeric,
        equipment = ${profile.equipment}::text[],
        units = ${profile.units}::text,
        days_per_week = ${profile.daysPerWeek}::integer,
        minutes_per_session = ${profile.minutesPerSession}::integer,
        load_kg = ${profile.loadKg}::numeric,
        skills = ${profile.skills}::text[],
        disliked_exercise_ids = ${profile.dislikes.map(({ id }) => id)}::uuid[],
        places = ${JSON.stringify(profile.places)}::jsonb,
        version = ${profile.version}::integer,
        updated_at = ${profile.updatedAt}::timestamptz
      where id = ${profile.id}::uuid
        and version = ${profile.version}::integer - 1
      returning 1
    )
    select app.ensure(exists (select from touched), 'STALE_VERSION')`,
})
