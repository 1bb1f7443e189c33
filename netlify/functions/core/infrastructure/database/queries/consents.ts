import * as z from 'zod'
import { healthDataPurpose } from '#domain/account/health-data.js'
import { Purpose } from '#domain/account/purpose.schema.js'
import type { AthleteId } from '#domain/values/id.schema.js'
import { effect, many, maybeOne, sql } from '../statement.js'

/** Whether an athlete has consented to one purpose, and since when. */
export type Consent = {
  readonly purpose: Purpose
  readonly given: boolean
  readonly changedAt: string
  readonly version: number
}

/**
 * Lists an athlete's decisions about consent, by purpose; a purpose never decided on is missing.
 */
export const listConsents = many({
  name: 'listConsents',
  row: z.object({ purpose: Purpose, given: z.boolean(), changed_at: z.date(), version: z.number() }),
  sql: ({ userId }: { userId: AthleteId }) => sql`
    select purpose, given, changed_at, version
    from consents
    where user_id = ${userId}::uuid
    order by purpose`,
  map: ({ purpose, given, changed_at, version }): Consent => ({
    purpose,
    given,
    changedAt: changed_at.toISOString(),
    version,
  }),
})

/**
 * Stores what an athlete decides about a purpose; raises STALE_VERSION when the stored consent is
 * not at the previous version.
 */
export const putConsent = effect({
  name: 'putConsent',
  sql: ({ userId, consent }: { userId: AthleteId; consent: Consent }) => sql`
    with touched as (
      insert into consents as said (user_id, purpose, given, changed_at, version)
      values (
        ${userId}::uuid,
        ${consent.purpose}::text,
        ${consent.given}::boolean,
        ${consent.changedAt}::timestamptz,
        ${consent.version}::integer)
      on conflict on constraint consents_pkey do update
      set
        given = excluded.given,
        changed_at = excluded.changed_at,
        version = excluded.version
      where said.version = excluded.version - 1
      returning 1
    )
    select app.ensure(exists (select from touched), 'STALE_VERSION')`,
})

/**
 * Tells whether an athlete consents to the use of health data, as a condition of a statement that
 * computes something from them.
 */
export const consentsToHealthData = ({ userId }: { userId: AthleteId }) => sql`exists (
      select
      from consents as said
      where said.user_id = ${userId}::uuid
        and said.purpose = ${healthDataPurpose}::text
        and said.given
    )`

type Asked = { userId: AthleteId; purpose: Purpose }

/**
 * Finds whether an athlete consents to a purpose; what they were never asked is not given. Null when
 * the account is gone.
 */
export const findConsent = maybeOne({
  name: 'findConsent',
  row: z.object({ given: z.boolean() }),
  sql: ({ userId, purpose }: Asked) => sql`
    select coalesce(said.given, false) as given
    from users as athlete
    left join consents as said on said.user_id = athlete.id and said.purpose = ${purpose}::text
    where athlete.id = ${userId}::uuid`,
  map: ({ given }) => ({ given }),
})

/**
 * Keeps a consent from being withdrawn until the batch ends; raises STALE_VERSION when it is not
 * given any more. A withdrawal that is under way is waited for, so whatever begins after its answer
 * sees it. The account is locked first, because an erasure begins there: the other way round the two
 * would wait for each other.
 */
export const holdConsent = effect({
  name: 'holdConsent',
  sql: ({ userId, purpose }: Asked) => sql`
    with given as (
      select 1
      from users as athlete
      join consents as said on said.user_id = athlete.id and said.purpose = ${purpose}::text
      where athlete.id = ${userId}::uuid
        and said.given
      for key share of athlete
      for share of said
    )
    select app.ensure(exists (select from given), 'STALE_VERSION')`,
})
