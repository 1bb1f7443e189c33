import * as z from 'zod'
import { one, type Sql, sql } from '../statement.js'

/** What is over at `now`, and at most so many rows of it. */
type Old = { readonly now: Date; readonly limit: number }

type Kept = {
  readonly table: Sql
  /** The primary key. */
  readonly key: Sql
  readonly isOver: (now: Date) => Sql
}

/**
 * Declares a statement that deletes at most `limit` rows whose time is over, and returns how many it
 * deleted. Two that run at once may choose the same rows; each row is deleted once.
 */
function forget(name: string, { table, key, isOver }: Kept) {
  return one({
    name,
    row: z.object({ forgotten: z.number() }),
    sql: ({ now, limit }: Old) => sql`
      with forgotten as (
        delete from ${table}
        where (${key}) in (
          select ${key}
          from ${table}
          where ${isOver(now)}
          limit ${limit}::integer
        )
        returning 1
      )
      select count(*)::integer as forgotten
      from forgotten`,
    map: ({ forgotten }) => forgotten,
  })
}

/**
 * Deletes answers kept for repeats more than two days ago: twice as long as the contract promises
 * to keep them.
 */
export const forgetKeptAnswers = forget('forgetKeptAnswers', {
  table: sql`idempotency_keys`,
  key: sql`user_id, key`,
  isOver: (now) => sql`created_at < ${now}::timestamptz - interval '48 hours'`,
})

/** Deletes counts of requests whose window began more than a day ago. */
export const forgetRequestCounts = forget('forgetRequestCounts', {
  table: sql`request_counts`,
  key: sql`caller`,
  isOver: (now) => sql`window_start < ${now}::timestamptz - interval '1 day'`,
})

/** Deletes counts of kept answers whose day began more than a day ago. */
export const forgetQuotas = forget('forgetQuotas', {
  table: sql`rate_limits`,
  key: sql`bucket`,
  isOver: (now) => sql`window_start < ${now}::timestamptz - interval '1 day'`,
})

/** Deletes recommendations that were shown more than half a year ago. */
export const forgetShownRecommendations = forget('forgetShownRecommendations', {
  table: sql`shown_recommendations`,
  key: sql`id`,
  isOver: (now) => sql`shown_at < ${now}::timestamptz - interval '180 days'`,
})

/** Deletes entries of the security log that are more than a year old. */
export const forgetSecurityLog = forget('forgetSecurityLog', {
  table: sql`security_log`,
  key: sql`id`,
  isOver: (now) => sql`at < ${now}::timestamptz - interval '1 year'`,
})

/** Deletes sessions that have expired, with the address and the program that they came from. */
export const forgetSessions = forget('forgetSessions', {
  table: sql`auth_sessions`,
  key: sql`id`,
  isOver: (now) => sql`expires_at < ${now}::timestamptz`,
})

/** Deletes exports of accounts whose time is over, with their parts. */
export const forgetExports = forget('forgetExports', {
  table: sql`account_exports`,
  key: sql`id`,
  isOver: (now) => sql`expires_at <= ${now}::timestamptz`,
})

/** Deletes one-time codes that have expired. */
export const forgetVerifications = forget('forgetVerifications', {
  table: sql`auth_verifications`,
  key: sql`id`,
  isOver: (now) => sql`expires_at < ${now}::timestamptz`,
})

/** Deletes counts of attempts from an address, a day after the last. */
export const forgetAttempts = forget('forgetAttempts', {
  table: sql`auth_rate_limits`,
  key: sql`id`,
  isOver: (now) => sql`last_request < (extract(epoch from ${now}::timestamptz - interval '1 day') * 1000)::bigint`,
})

/** Deletes keys that stopped signing a month ago; they verify for one day longer than they sign. */
export const forgetSigningKeys = forget('forgetSigningKeys', {
  table: sql`auth_jwks`,
  key: sql`id`,
  isOver: (now) => sql`expires_at < ${now}::timestamptz - interval '30 days'`,
})

/**
 * Deletes the digests by which a repeated sign-up is recognised, as long after it as kept answers;
 * returns how many accounts had them.
 */
export const forgetSignUps = one({
  name: 'forgetSignUps',
  row: z.object({ forgotten: z.number() }),
  sql: ({ now, limit }: Old) => sql`
    with forgotten as (
      update auth_accounts
      set
        sign_up_key = null,
        sign_up_body = null
      where id in (
        select id
        from auth_accounts
        where sign_up_key is not null
          and created_at < ${now}::timestamptz - interval '48 hours'
        limit ${limit}::integer
      )
      returning 1
    )
    select count(*)::integer as forgotten
    from forgotten`,
  map: ({ forgotten }) => forgotten,
})

/** How many days a delivery stays in the log after it was delivered or given up. */
export const settledDeliveryDaysMax = 30

/**
 * Deletes at most `limit` deliveries that were settled more than `settledDeliveryDaysMax` days ago,
 * the oldest first, and returns how many it deleted.
 */
export const forgetSettledDeliveries = one({
  name: 'forgetSettledDeliveries',
  row: z.object({ forgotten: z.number() }),
  sql: ({ now, limit }: Old) => sql`
    with settled as (
      select id
      from webhook_deliveries
      where next_attempt_at is null
        and coalesce(delivered_at, failed_at)
          < ${now}::timestamptz - make_interval(days => ${settledDeliveryDaysMax}::integer)
      order by coalesce(delivered_at, failed_at), id
      limit ${limit}::integer
      for update skip locked
    ),
    forgotten as (
      delete from webhook_deliveries as delivery
      using settled
      where delivery.id = settled.id
        -- said again, because somebody may have replayed it
        and delivery.next_attempt_at is null
      returning 1
    )
    select count(*)::integer as forgotten
    from forgotten`,
  map: ({ forgotten }) => forgotten,
})
