import * as z from 'zod'
import type { EventType } from '#domain/event/event.js'
import type { AthleteId } from '#domain/values/id.schema.js'
import type { Steps } from '#domain/values/steps.js'
import { effect, sql, whole } from '../statement.js'

/** The kinds of things that an athlete owns. */
export const Entity = z.enum([
  'profile',
  'levels',
  'exercise-configurations',
  'sessions',
  'session-exercises',
  'sets',
  'daily-summaries',
  'events',
  'decisions',
  'records',
  'abilities',
  'level-tests',
  'check-ins',
  'body-mass',
  'deloads',
  'goals',
  'consents',
  'api-keys',
  'webhooks',
  'webhook-deliveries',
  'security-log',
  'sign-ins',
  'credentials',
  'kept-answers',
  'request-counts',
])
export type Entity = z.output<typeof Entity>

export type OwnedRow = Readonly<Record<string, unknown>>

/** A kind of thing, with all rows of it that the athlete owns, as they are stored. */
export type OwnedEntity = { readonly entity: Entity; readonly rows: readonly OwnedRow[] }

type Wanted = {
  readonly userId: AthleteId
  readonly entities: readonly Entity[]
  /** The types of events, and of what webhooks were sent; null for all. */
  readonly types: readonly EventType[] | null
}

/**
 * Lists what an athlete owns of these kinds, except secrets: digests of keys and tokens, webhooks'
 * secrets, passwords; and the text of kept answers, which repeats the rest. Set logs and events are
 * the facts; decisions and records follow from them.
 */
export const listAccountData = whole({
  name: 'listAccountData',
  row: z.object({ entity: Entity, item: z.record(z.string(), z.unknown()) }),
  sql: ({ userId, entities, types }: Wanted) => sql`
    select entity, item
    from (
      select 'profile' as entity, to_jsonb(owned) as item, owned.created_at::text as place
      from users as owned
      where id = ${userId}::uuid
      union all
      select 'levels', to_jsonb(owned), owned.created_at::text from user_current_levels as owned
      where user_id = ${userId}::uuid
      union all
      select 'exercise-configurations', to_jsonb(owned), owned.created_at::text from user_exercise_configs as owned
      where user_id = ${userId}::uuid
      union all
      select 'sessions', to_jsonb(owned), owned.session_date::text from workout_sessions as owned
      where user_id = ${userId}::uuid
      union all
      select 'session-exercises', to_jsonb(owned), owned.session_id::text || lpad(owned.exercise_order::text, 3, '0')
      from session_exercises as owned
      where user_id = ${userId}::uuid
      union all
      select 'sets', to_jsonb(owned), owned.completed_at::text from exercise_set_logs as owned
      where user_id = ${userId}::uuid
      union all
      select 'daily-summaries', to_jsonb(owned), owned.workout_date::text from daily_workout_summary as owned
      where user_id = ${userId}::uuid
      union all
      select 'events', to_jsonb(owned), lpad(owned.sequence::text, 20, '0') from events as owned
      where user_id = ${userId}::uuid
        and (${types}::text[] is null or type = any (${types}::text[]))
      union all
      select 'decisions', to_jsonb(owned), owned.decided_on::text from exercise_decisions as owned
      where user_id = ${userId}::uuid
      union all
      select 'records', to_jsonb(owned), owned.achieved_on::text from personal_records as owned
      where user_id = ${userId}::uuid
      union all
      select 'abilities', to_jsonb(owned), owned.category_id::text from user_abilities as owned
      where user_id = ${userId}::uuid
      union all
      select 'level-tests', to_jsonb(owned), owned.tested_at::text from level_tests as owned
      where user_id = ${userId}::uuid
      union all
      select 'check-ins', to_jsonb(owned), owned.checked_on::text from check_ins as owned
      where user_id = ${userId}::uuid
      union all
      select 'body-mass', to_jsonb(owned), owned.measured_on::text from body_mass_entries as owned
      where user_id = ${userId}::uuid
      union all
      select 'deloads', to_jsonb(owned), owned.starts_on::text from deloads as owned
      where user_id = ${userId}::uuid
      union all
      select 'goals', to_jsonb(owned), owned.set_on::text from goals as owned
      where user_id = ${userId}::uuid
      union all
      select 'consents', to_jsonb(owned), owned.purpose from consents as owned
      where user_id = ${userId}::uuid
      union all
      select 'api-keys', to_jsonb(owned) - 'key_hash', owned.created_at::text from api_keys as owned
      where user_id = ${userId}::uuid
      union all
      select 'webhooks', to_jsonb(owned) - 'sealed_secret' - 'sealed_former_secret', owned.created_at::text
      from webhook_endpoints as owned
      where user_id = ${userId}::uuid
      union all
      select 'webhook-deliveries', to_jsonb(owned), owned.created_at::text from webhook_deliveries as owned
      where user_id = ${userId}::uuid
        and (${types}::text[] is null or event_type = any (${types}::text[]))
      union all
      select 'security-log', to_jsonb(owned), owned.at::text from security_log as owned
      where user_id = ${userId}::uuid
      union all
      select 'sign-ins', to_jsonb(owned), owned.created_at::text
      from (
        select id, created_at, updated_at, expires_at, ip_address, user_agent
        from auth_sessions
        where user_id = ${userId}::uuid
      ) as owned
      union all
      select 'credentials', to_jsonb(owned), owned.created_at::text
      from (
        select id, provider_id, created_at, updated_at
        from auth_accounts
        where user_id = ${userId}::uuid
      ) as owned
      union all
      select 'kept-answers', to_jsonb(owned), owned.created_at::text
      from (
        select key, created_at
        from idempotency_keys
        where user_id = ${userId}::uuid
      ) as owned
      union all
      select 'request-counts', to_jsonb(owned), owned.window_start::text || owned.caller
      from app.own_request_counts() as owned
    ) as everything
    where entity = any (${entities}::text[])
    order by entity, place`,
  collect: function* (parts): Steps<OwnedEntity[]> {
    const rows = new Map<Entity, OwnedRow[]>()
    for (const { entity, item } of parts) {
      const known = rows.get(entity) ?? []
      rows.set(entity, known)
      known.push(item)
      yield
    }
    return [...rows].map(([entity, items]) => ({ entity, rows: items }))
  },
})

/**
 * Erases the account that the unit of work runs as, with everything it owns; only a tombstone
 * stays. Changes nothing when it was erased before; raises ACCOUNT_NOT_FOUND when it never was.
 */
export const eraseAccount = effect({
  name: 'eraseAccount',
  sql: (_: Record<never, never>) => sql`
    select app.ensure(app.erase_account(), 'ACCOUNT_NOT_FOUND')`,
})
