import * as z from 'zod'
import { type Profile, Units } from '#domain/athlete/profile.schema.js'
import { Equipment } from '#domain/library/vocabulary.js'
import { AthleteId } from '#domain/values/id.schema.js'
import { effect, many, maybeOne, one, sql } from '../statement.js'

export const findProfile = maybeOne({
  name: 'findProfile',
  row: z.object({
    id: AthleteId,
    email: z.string(),
    name: z.string().nullable(),
    time_zone: z.string(),
    body_mass_kg: z.number().nullable(),
    equipment: z.array(Equipment),
    units: Units,
    version: z.number(),
    created_at: z.date(),
    updated_at: z.date(),
  }),
  sql: ({ userId }: { userId: AthleteId }) => sql`
    select
      id,
      email,
      name,
      time_zone,
      body_mass_kg::double precision as body_mass_kg,
      equipment,
      units,
      version,
      created_at,
      updated_at
    from users
    where id = ${userId}::uuid`,
  map: (row): Profile => ({
    id: row.id,
    email: row.email,
    name: row.name,
    timeZone: row.time_zone,
    bodyMassKg: row.body_mass_kg,
    equipment: row.equipment,
    units: row.units,
    version: row.version,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  }),
})

/** Finds an athlete's time zone. */
export const findTimeZone = maybeOne({
  name: 'findTimeZone',
  row: z.object({ time_zone: z.string() }),
  sql: ({ userId }: { userId: AthleteId }) => sql`
    select time_zone
    from users
    where id = ${userId}::uuid`,
  map: (row) => row.time_zone,
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
        version = ${profile.version}::integer,
        updated_at = ${profile.updatedAt}::timestamptz
      where id = ${profile.id}::uuid
        and version = ${profile.version}::integer - 1
      returning 1
    )
    select app.ensure(exists (select from touched), 'STALE_VERSION')`,
})
