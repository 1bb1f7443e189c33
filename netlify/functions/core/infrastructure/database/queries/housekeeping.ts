import { effect, sql } from '../statement.js'

/** Forgets answers that were kept for repeats two days ago or earlier: twice what the contract promises. */
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
