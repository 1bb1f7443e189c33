import * as z from 'zod'
import { PainSite } from '#domain/library/vocabulary.js'
import type { DailyCheckIn } from '#domain/recovery/check-in.schema.js'
import { type AthleteId, CheckInId } from '#domain/values/id.schema.js'
import { effect, many, maybeOne, sql } from '../statement.js'
import { consentsToHealthData } from './consents.js'

const checkInRow = z.object({
  id: CheckInId,
  checked_on: z.string(),
  sleep: z.number().nullable(),
  fatigue: z.number().nullable(),
  stress: z.number().nullable(),
  soreness: z.number().nullable(),
  resting_heart_rate_bpm: z.number().nullable(),
  hrv_rmssd_ms: z.number().nullable(),
  pain: z.number().nullable(),
  pain_site: PainSite.nullable(),
  body_mass_kg: z.number().nullable(),
  notes: z.string().nullable(),
  version: z.number(),
  created_at: z.date(),
  updated_at: z.date(),
})

function checkInOf(row: z.output<typeof checkInRow>): DailyCheckIn {
  return {
    id: row.id,
    date: row.checked_on,
    sleep: row.sleep,
    fatigue: row.fatigue,
    stress: row.stress,
    soreness: row.soreness,
    restingHeartRateBpm: row.resting_heart_rate_bpm,
    hrvRmssdMs: row.hrv_rmssd_ms,
    pain: row.pain,
    painSite: row.pain_site,
    bodyMassKg: row.body_mass_kg,
    notes: row.notes,
    version: row.version,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  }
}

/** Selects an athlete's check-ins, each with the body mass known for its day. */
const checkInsOf = ({ userId }: { userId: AthleteId }) => sql`
    select
      checked.id,
      checked.checked_on::text as checked_on,
      checked.sleep,
      checked.fatigue,
      checked.stress,
      checked.soreness,
      checked.resting_heart_rate_bpm,
      checked.hrv_rmssd_ms,
      checked.pain,
      checked.pain_site,
      entry.body_mass_kg,
      checked.notes,
      checked.version,
      checked.created_at,
      checked.updated_at
    from check_ins as checked
    left join body_mass_entries as entry on entry.user_id = checked.user_id and entry.measured_on = checked.checked_on
    where checked.user_id = ${userId}::uuid`

export const findCheckIn = maybeOne({
  name: 'findCheckIn',
  row: checkInRow,
  sql: ({ userId, id }: { userId: AthleteId; id: CheckInId }) => sql`
    ${checkInsOf({ userId })}
      and checked.id = ${id}::uuid`,
  map: checkInOf,
})

type Filter = { userId: AthleteId; from: string | null; to: string | null; before: string | null; limit: number }

/**
 * Lists an athlete's check-ins, the latest day first, for use: none without the consent. A day has
 * at most one.
 */
export const listCheckIns = many({
  name: 'listCheckIns',
  row: checkInRow,
  sql: ({ userId, from, to, before, limit }: Filter) => sql`
    ${checkInsOf({ userId })}
      and checked.checked_on >= coalesce(${from}::date, '-infinity')
      and checked.checked_on <= coalesce(${to}::date, 'infinity')
      and checked.checked_on < coalesce(${before}::date, 'infinity')
      and ${consentsToHealthData({ userId })}
    order by checked.checked_on desc
    limit ${limit}::integer`,
  map: checkInOf,
})

/** Inserts a check-in without its body mass, which is stored on its own (`putBodyMass`). */
export const insertCheckIn = effect({
  name: 'insertCheckIn',
  sql: ({ userId, checkIn }: { userId: AthleteId; checkIn: DailyCheckIn }) => sql`
    insert into check_ins (
      id, user_id, checked_on, sleep, fatigue, stress, soreness, resting_heart_rate_bpm, hrv_rmssd_ms, pain, pain_site,
      notes, version, created_at, updated_at
    )
    values (
      ${checkIn.id}::uuid, ${userId}::uuid, ${checkIn.date}::date, ${checkIn.sleep}::integer, ${checkIn.fatigue}::integer,
      ${checkIn.stress}::integer, ${checkIn.soreness}::integer, ${checkIn.restingHeartRateBpm}::integer,
      ${checkIn.hrvRmssdMs}::numeric, ${checkIn.pain}::integer, ${checkIn.painSite}::text, ${checkIn.notes}::text,
      ${checkIn.version}::integer, ${checkIn.createdAt}::timestamptz, ${checkIn.updatedAt}::timestamptz
    )`,
})

/**
 * Updates a check-in, but not its body mass; raises STALE_VERSION when the stored check-in is not
 * at the previous version.
 */
export const updateCheckIn = effect({
  name: 'updateCheckIn',
  sql: ({ userId, checkIn }: { userId: AthleteId; checkIn: DailyCheckIn }) => sql`
    with touched as (
      update check_ins
      set
        sleep = ${checkIn.sleep}::integer,
        fatigue = ${checkIn.fatigue}::integer,
        stress = ${checkIn.stress}::integer,
        soreness = ${checkIn.soreness}::integer,
        resting_heart_rate_bpm = ${checkIn.restingHeartRateBpm}::integer,
        hrv_rmssd_ms = ${checkIn.hrvRmssdMs}::numeric,
        pain = ${checkIn.pain}::integer,
        pain_site = ${checkIn.painSite}::text,
        notes = ${checkIn.notes}::text,
        version = ${checkIn.version}::integer,
        updated_at = ${checkIn.updatedAt}::timestamptz
      where id = ${checkIn.id}::uuid
        and user_id = ${userId}::uuid
        and version = ${checkIn.version}::integer - 1
      returning 1
    )
    select app.ensure(exists (select from touched), 'STALE_VERSION')`,
})

/** Deletes a check-in; raises STALE_VERSION when the stored check-in is not at `version`. */
export const deleteCheckIn = effect({
  name: 'deleteCheckIn',
  sql: ({ userId, id, version }: { userId: AthleteId; id: CheckInId; version: number }) => sql`
    with deleted as (
      delete from check_ins
      where id = ${id}::uuid
        and user_id = ${userId}::uuid
        and version = ${version}::integer
      returning 1
    )
    select app.ensure(exists (select from deleted), 'STALE_VERSION')`,
})
