import * as z from 'zod'
import { healthDataPurpose } from '#domain/account/health-data.js'
import { AthleteId, DeliveryId, EventId, WebhookId } from '#domain/values/id.schema.js'
import type { ClaimedDelivery, Verdict } from '#domain/webhook/delivery.js'
import { DeliverableType } from '#domain/webhook/endpoint.schema.js'
import { effect, many, sql } from '../statement.js'
import { voucherColumns, voucherOf, voucherRow } from './webhook-endpoints.js'

type Claim = {
  readonly limit: number
  /**
   * How many deliveries to claim for one athlete at once, so that the slow receivers of one do not
   * hold up all others.
   */
  readonly perAthlete: number
  readonly leaseSeconds: number
  /** Endpoints that have just failed to answer. */
  readonly exceptEndpoints: readonly WebhookId[]
  /** Athletes for whom deliveries are being sent already. */
  readonly exceptAthletes: readonly AthleteId[]
}

/**
 * Claims deliveries that are due, in one statement: each belongs to this sender alone for the
 * lease, and counts as attempted even if the sender dies. All instants come from the database's
 * clock, because the clocks of two senders may differ.
 */
export const claimDueDeliveries = many({
  name: 'claimDueDeliveries',
  row: z.object({
    id: DeliveryId,
    event_id: EventId,
    event_type: DeliverableType,
    endpoint_id: WebhookId,
    user_id: AthleteId,
    attempts: z.number(),
    url: z.string(),
    endpoint_disabled: z.boolean(),
    health_data_consent: z.boolean(),
    ...voucherRow,
    sealed_secret: z.string(),
    sealed_former_secret: z.string().nullable(),
    payload: z.record(z.string(), z.unknown()),
    claimed_at: z.date(),
    claimed_until: z.date(),
  }),
  sql: ({ limit, perAthlete, leaseSeconds, exceptEndpoints, exceptAthletes }: Claim) => sql`
    with due as (
      select
        id,
        row_number() over (partition by user_id order by next_attempt_at, id) as turn
      from webhook_deliveries
      where next_attempt_at <= now()
        and (claimed_until is null or claimed_until <= now())
        and not endpoint_id = any (${exceptEndpoints}::uuid[])
        and not user_id = any (${exceptAthletes}::uuid[])
    ),
    free as (
      select delivery.id
      from due
      join webhook_deliveries as delivery on delivery.id = due.id
      where due.turn <= ${perAthlete}::integer
        -- said again, because it is of the row as it is once locked
        and delivery.next_attempt_at <= now()
        and (delivery.claimed_until is null or delivery.claimed_until <= now())
      order by due.turn, delivery.next_attempt_at, delivery.id
      limit ${limit}::integer
      for update of delivery skip locked
    ),
    claimed as (
      update webhook_deliveries as delivery
      set
        attempts = delivery.attempts + 1,
        last_attempt_at = date_trunc('milliseconds', now()),
        -- in whole milliseconds, so that it survives the way here and back
        claimed_until = date_trunc('milliseconds', now()) + make_interval(secs => ${leaseSeconds}::integer)
      from free
      where delivery.id = free.id
      returning
        delivery.id, delivery.event_id, delivery.event_type, delivery.endpoint_id, delivery.user_id, delivery.attempts,
        delivery.payload, delivery.next_attempt_at, delivery.last_attempt_at, delivery.claimed_until
    )
    select
      claimed.id, claimed.event_id, claimed.event_type, claimed.endpoint_id, claimed.user_id, claimed.attempts,
      claimed.payload,
      claimed.last_attempt_at as claimed_at,
      claimed.claimed_until,
      endpoint.url,
      endpoint.disabled_at is not null as endpoint_disabled,
      coalesce(said.given, false) as health_data_consent,
      ${voucherColumns},
      endpoint.sealed_secret,
      case when endpoint.former_secret_until > now() then endpoint.sealed_former_secret end as sealed_former_secret
    from claimed
    join webhook_endpoints as endpoint on endpoint.id = claimed.endpoint_id
    left join api_keys as key on key.id = endpoint.key_id
    left join consents as said on said.user_id = claimed.user_id and said.purpose = ${healthDataPurpose}::text
    order by claimed.next_attempt_at, claimed.id`,
  map: (row): ClaimedDelivery => ({
    id: row.id,
    eventId: row.event_id,
    eventType: row.event_type,
    endpointId: row.endpoint_id,
    athleteId: row.user_id,
    attempts: row.attempts,
    url: row.url,
    endpointDisabled: row.endpoint_disabled,
    voucher: voucherOf(row),
    sealedSecret: row.sealed_secret,
    sealedFormerSecret: row.sealed_former_secret,
    payload: row.payload,
    healthDataConsent: row.health_data_consent,
    claimedAt: row.claimed_at,
    claimedUntil: row.claimed_until,
  }),
})

type Attempted = Pick<ClaimedDelivery, 'id' | 'claimedUntil'> & {
  readonly verdict: Verdict
  readonly status: number | null
  readonly error: string | null
}

/**
 * Records the outcome of a claimed delivery, unless another sender has claimed it since. Disables
 * the endpoint when its receiver says that it is gone, or has accepted nothing since this delivery
 * was new.
 */
export const recordAttempt = effect({
  name: 'recordAttempt',
  sql: ({ id, claimedUntil, verdict, status, error }: Attempted) => {
    const delayMs = verdict.kind === 'retry' ? verdict.delayMs : null
    const disables = verdict.kind === 'failed' ? verdict.disables : null
    return sql`
    with recorded as (
      update webhook_deliveries
      set
        next_attempt_at = now() + make_interval(secs => ${delayMs}::double precision / 1000),
        delivered_at = case when ${verdict.kind}::text = 'delivered' then now() end,
        failed_at = case when ${verdict.kind}::text = 'failed' then now() end,
        claimed_until = null,
        last_status = ${status}::integer,
        last_error = ${error}::text
      where id = ${id}::uuid
        and claimed_until = ${claimedUntil}::timestamptz
      returning endpoint_id, created_at
    )
    update webhook_endpoints as endpoint
    set
      disabled_at = now(),
      disabled_reason = ${disables}::text,
      version = endpoint.version + 1,
      updated_at = now()
    from recorded
    where endpoint.id = recorded.endpoint_id
      and endpoint.disabled_at is null
      and ${disables}::text is not null
      and (${disables}::text = 'gone' or not exists (
        select
        from webhook_deliveries as accepted
        where accepted.endpoint_id = endpoint.id
          and accepted.delivered_at >= recorded.created_at
      ))`
  },
})
