import * as z from 'zod'
import { effect, one, sql } from '../statement.js'

/**
 * Forgets answers that were kept for repeats two days ago or earlier: twice what the contract
 * promises.
 */
export const forgetKeptAnswers = effect({
  name: 'forgetKeptAnswers',
  sql: ({ now }: { now: Date }) => sql`
    delete from idempotency_keys
    where created_at < ${now}::timestamptz - interval '48 hours'`,
})

/** Forgets quotas whose window ended a day ago or earlier. */
export const forgetQuotas = effect({
  name: 'forgetQuotas',
  sql: ({ now }: { now: Date }) => sql`
    delete from rate_limits
    where window_start < ${now}::timestamptz - interval '1 day'`,
})

/** Forgets what the security log said more than a year ago. */
export const forgetSecurityLog = effect({
  name: 'forgetSecurityLog',
  sql: ({ now }: { now: Date }) => sql`
    delete from security_log
    where at < ${now}::timestamptz - interval '1 year'`,
})

/** How long a delivery stays in the log once it was delivered or given up, in days. */
export const settledDeliveryDaysMax = 30

/**
 * Forgets deliveries that were settled too long ago, the oldest first, at most `limit` of them; how
 * many.
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
