import * as z from 'zod'
import type { EventType } from '#domain/event/event.js'
import type { AthleteId } from '#domain/values/id.schema.js'
import { type Sql, sql } from '../statement.js'

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
  'routines',
  'recommendations',
  'consents',
  'api-keys',
  'webhooks',
  'webhook-deliveries',
  'security-log',
  'sign-ins',
  'credentials',
  'second-factors',
  'passkeys',
  'kept-answers',
  'request-counts',
])
export type Entity = z.output<typeof Entity>

export type OwnedRow = Readonly<Record<string, unknown>>

/** Whose things, and which of them. */
export type Whose = {
  readonly userId: AthleteId
  /** The types of events, and of what webhooks were sent; null for all. */
  readonly types: readonly EventType[] | null
}

/** The types of the columns that order rows. */
export type KeyType = 'date' | 'integer' | 'bigint' | 'text' | 'timestamptz' | 'uuid'

/** Where the rows of a kind of thing are. */
type Source = {
  /** Selects the athlete's rows, with what may be shown of them. */
  readonly rows: (whose: Whose) => Sql
  /** The columns of a total order, with their types. They never change, so no row moves past a reader. */
  readonly order: readonly (readonly [column: Sql, type: KeyType])[]
  /** The column that says when a row came, where rows come once and stay. */
  readonly cameAt?: Sql
  /** The columns that are secret. */
  readonly hidden?: Sql
}

const all =
  (table: Sql) =>
  ({ userId }: Whose) =>
    sql`select * from ${table} where user_id = ${userId}::uuid`

/** The columns that the athlete's role may read, or that do not repeat the rest. */
const some =
  (columns: Sql, table: Sql) =>
  ({ userId }: Whose) =>
    sql`select ${columns} from ${table} where user_id = ${userId}::uuid`

const ofTypes =
  (table: Sql, type: Sql) =>
  ({ userId, types }: Whose) =>
    sql`
        select * from ${table}
        where user_id = ${userId}::uuid
          and (${types}::text[] is null or ${type} = any (${types}::text[]))`

const [id, createdAt, exerciseId, categoryId] = [sql`id`, sql`created_at`, sql`exercise_id`, sql`category_id`]

/** Rows that come once and stay, in the order in which they came. */
const asTheyCame = {
  order: [
    [createdAt, 'timestamptz'],
    [id, 'uuid'],
  ],
  cameAt: createdAt,
} as const

/**
 * Every kind of thing without secrets: digests of keys and tokens, webhooks' secrets, passwords; and
 * without the text of kept answers, which repeats the rest.
 */
export const sources: Readonly<Record<Entity, Source>> = {
  profile: { rows: ({ userId }) => sql`select * from users where id = ${userId}::uuid`, order: [[id, 'uuid']] },
  levels: { rows: all(sql`user_current_levels`), order: [[categoryId, 'integer']] },
  'exercise-configurations': { rows: all(sql`user_exercise_configs`), order: [[exerciseId, 'uuid']] },
  sessions: { rows: all(sql`workout_sessions`), ...asTheyCame },
  'session-exercises': { rows: all(sql`session_exercises`), ...asTheyCame },
  sets: { rows: all(sql`exercise_set_logs`), ...asTheyCame },
  'daily-summaries': { rows: all(sql`daily_workout_summary`), order: [[sql`workout_date`, 'date']] },
  events: {
    rows: ofTypes(sql`events`, sql`type`),
    order: [[sql`sequence`, 'bigint']],
    cameAt: sql`recorded_at`,
  },
  decisions: { rows: all(sql`exercise_decisions`), order: [[sql`session_exercise_id`, 'uuid']] },
  records: {
    rows: all(sql`personal_records`),
    order: [
      [exerciseId, 'uuid'],
      [sql`kind`, 'text'],
    ],
  },
  abilities: { rows: all(sql`user_abilities`), order: [[categoryId, 'integer']] },
  'level-tests': { rows: all(sql`level_tests`), order: [[id, 'uuid']] },
  'check-ins': { rows: all(sql`check_ins`), order: [[sql`checked_on`, 'date']], cameAt: createdAt },
  'body-mass': { rows: all(sql`body_mass_entries`), order: [[sql`measured_on`, 'date']] },
  deloads: { rows: all(sql`deloads`), order: [[sql`starts_on`, 'date']], cameAt: createdAt },
  goals: { rows: all(sql`goals`), ...asTheyCame },
  routines: { rows: all(sql`routines`), ...asTheyCame },
  recommendations: {
    rows: all(sql`shown_recommendations`),
    order: [
      [sql`shown_at`, 'timestamptz'],
      [id, 'uuid'],
    ],
    cameAt: sql`shown_at`,
  },
  consents: { rows: all(sql`consents`), order: [[sql`purpose`, 'text']] },
  'api-keys': {
    rows: all(sql`api_keys`),
    order: [[id, 'uuid']],
    hidden: sql`array['key_hash']`,
  },
  webhooks: {
    rows: all(sql`webhook_endpoints`),
    order: [[id, 'uuid']],
    hidden: sql`array['sealed_secret', 'sealed_former_secret']`,
  },
  'webhook-deliveries': { rows: ofTypes(sql`webhook_deliveries`, sql`event_type`), ...asTheyCame },
  'security-log': {
    rows: all(sql`security_log`),
    order: [
      [sql`at`, 'timestamptz'],
      [id, 'uuid'],
    ],
    cameAt: sql`at`,
  },
  'sign-ins': {
    rows: some(sql`id, created_at, updated_at, expires_at, ip_address, user_agent`, sql`auth_sessions`),
    order: [[id, 'uuid']],
  },
  credentials: { rows: some(sql`id, provider_id, created_at, updated_at`, sql`auth_accounts`), order: [[id, 'uuid']] },
  'second-factors': { rows: some(sql`id, verified, created_at`, sql`auth_two_factors`), order: [[id, 'uuid']] },
  passkeys: {
    rows: some(sql`id, name, device_type, backed_up, transports, aaguid, created_at`, sql`auth_passkeys`),
    order: [[id, 'uuid']],
  },
  'request-counts': {
    rows: () => sql`select * from app.own_request_counts()`,
    order: [[sql`caller`, 'text']],
  },
  'kept-answers': { rows: some(sql`key, created_at`, sql`idempotency_keys`), order: [[sql`key`, 'text']] },
}
