import * as z from 'zod'
import { effect, one, sql } from '../statement.js'

/**
 * Deletes answers kept for repeats more than two days ago: twice as long as the contract promises
 * to keep them.
 */
export const forgetKeptAnswers = effect({
  name: 'forgetKeptAnswers',
  sql: ({ now }: { now: Date }) => sql`
    delete from idempotency_keys
    where created_at < ${now}::timestamptz - interval '48 hours'`,
})

/** Deletes quotas whose window began more than a day ago. */
export const forgetQuotas = effect({
  name: 'forgetQuotas',
  sql: ({ now }: { now: Date }) => sql`
    delete from rate_limits
    where window_start < ${now}::timestamptz - interval '1 day'`,
})

/** Deletes entries of the security log that are more than a year old. */
export const forgetSecurityLog = effect({
  name: 'forgetSecurityLog',
  sql: ({ now }: { now: Date }) => sql`
    delete from security_log
    where at < ${now}::timestamptz - interval '1 year'`,
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
  sql: ({ now, limit }: { now: Date; limit: number }) => sql`
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
