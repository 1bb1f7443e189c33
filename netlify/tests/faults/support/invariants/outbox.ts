type Rows = (text: string, values: readonly unknown[]) => Promise<unknown>

/** What every athlete of a check asks webhooks for. */
const wanted = ['session.planned', 'session.started', 'session.completed', 'session.deleted', 'set.logged']

const address = 'https://hooks.example.com/faults'

/** Registers an endpoint of an athlete who has done nothing yet; nothing is ever sent to it. */
export async function registerEndpoint(rows: Rows, userId: string): Promise<void> {
  await rows(
    `insert into webhook_endpoints (id, user_id, url, event_types, sealed_secret, created_at, updated_at)
     values (gen_random_uuid(), $1, $2, $3, 'v1.never-opened', now(), now())`,
    [userId, address, wanted],
  )
}

/**
 * An event that an endpoint asks for is in the outbox once, and nothing else is: each query finds
 * what is not so.
 */
export const outboxQueries: readonly string[] = [
  `select event.type, event.subject, count(delivery.id)::int as deliveries
   from webhook_endpoints as endpoint
   join events as event on event.user_id = endpoint.user_id and event.type = any (endpoint.event_types)
   left join webhook_deliveries as delivery on delivery.endpoint_id = endpoint.id and delivery.event_id = event.id
   where endpoint.url = '${address}' and endpoint.disabled_at is null
   group by endpoint.id, event.id
   having count(delivery.id) <> 1`,
  `select delivery.id, delivery.event_type
   from webhook_deliveries as delivery
   join webhook_endpoints as endpoint on endpoint.id = delivery.endpoint_id
   left join events as event on event.id = delivery.event_id
     and event.user_id = delivery.user_id
     and event.type = delivery.event_type
     and event.payload = delivery.payload -> 'data'
   where event.id is null or endpoint.user_id <> delivery.user_id`,
]
