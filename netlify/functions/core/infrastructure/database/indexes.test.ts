import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { AthleteId } from '#domain/values/id.schema.js'
import { makeCrowd } from '#tests/support/crowd.js'
import { testDatabase } from '#tests/support/database.js'
import { idOf } from '#tests/support/ids.js'
import { withClient } from '#tests/support/with-client.js'
import { findEffortHistory } from './queries/effort-history.js'
import { listExercisesByDifficulty } from './queries/exercises.js'
import { forgetSecurityLog } from './queries/housekeeping.js'
import { claimDueDeliveries } from './queries/webhook-attempts.js'
import { countSessionsOfAll, listWeeksOfAll } from './queries/weekly-workout-summary.js'
import type { Statement } from './statement.js'
import { allStatements, checkStatements } from './test-queries.js'
import { actAs, type Identity } from './unit-of-work.js'

const { url, rows } = await testDatabase('library')
const until = '2026-11-21'

type Index = {
  readonly name: string
  readonly table: string
  readonly columns: readonly string[]
  /** The condition of a partial index. */
  readonly where: string | null
  readonly method: string
  readonly isUnique: boolean
}

const indexes = await rows<Index>(`
  select
    index.relname::text as name,
    stored.indrelid::regclass::text as "table",
    array(select pg_get_indexdef(index.oid, key, true) from generate_series(1, stored.indnkeyatts) as key) as columns,
    pg_get_expr(stored.indpred, stored.indrelid) as "where",
    method.amname::text as method,
    stored.indisunique as "isUnique"
  from pg_index as stored
  join pg_class as index on index.oid = stored.indexrelid
  join pg_am as method on method.oid = index.relam
  where index.relnamespace in ('public'::regnamespace, 'app'::regnamespace)
  order by index.relname`)

type ForeignKey = {
  readonly name: string
  readonly table: string
  readonly columns: readonly string[]
  readonly to: string
  readonly cascades: boolean
}

const foreignKeys = await rows<ForeignKey>(`
  select
    conname::text as name,
    conrelid::regclass::text as "table",
    array(select attname::text from unnest(conkey) as key join pg_attribute on attrelid = conrelid and attnum = key) as columns,
    confrelid::regclass::text as "to",
    confdeltype = 'c' as cascades
  from pg_constraint
  where contype = 'f'`)

/** Whether an index finds the rows that refer to a row: its first columns are those of the key, in any order. */
const serves = ({ table, columns }: ForeignKey, index: Index) =>
  index.table === table &&
  index.where === null &&
  columns.every((column) => index.columns.slice(0, columns.length).includes(column))

/** Whether everything that the first index finds is found by the beginning of the second. */
const repeats = (one: Index, other: Index) =>
  one !== other &&
  one.table === other.table &&
  one.method === other.method &&
  one.where === other.where &&
  one.columns.every((column, place) => other.columns[place] === column)

/** What reads an index, where no plan of a declared statement on small tables does. */
const otherUses: Readonly<Record<string, string>> = {
  idx_account_exports_due: 'claimExport takes the one that has waited longest',
  idx_auth_verifications_identifier: 'the account service looks for a code',
  idx_request_counts_account: 'app.own_request_counts, for an export',
  idx_exercises_difficulty: 'a larger library',
  idx_exercises_level_category: 'the design document names it, and rows of the library are seldom written',
  idx_exercises_tags: 'a larger library',
  idx_security_log_at: 'a log of a year',
  idx_webhook_deliveries_due: 'many deliveries that have settled',
}

test('every index is unique, finds what goes with a row, is in the plan of a statement, or has its use here', async () => {
  const reports = await withClient(url, (client) => checkStatements(client, allStatements))
  const planned = new Set(reports.flatMap(({ plan }) => plan?.indexes ?? []))
  const useless = indexes.filter(
    (index) =>
      !index.isUnique &&
      !planned.has(index.name) &&
      !foreignKeys.some((key) => key.cascades && serves(key, index)) &&
      !(index.name in otherUses),
  )
  expect(useless.map(({ name }) => name)).toEqual([])
  expect(Object.keys(otherUses).filter((name) => !indexes.some((index) => index.name === name))).toEqual([])
})

/** The design document names these, and releases before this one name the constraints that they repeat. */
const repeating = ['idx_user_current_levels_user_id', 'idx_user_exercise_configs_user_id']

test('no index repeats the beginning of another', () => {
  const found = indexes.filter((one) => !one.isUnique && indexes.some((other) => repeats(one, other)))
  expect(found.map(({ name }) => name)).toEqual(repeating)
})

test('what goes with a row is found by an index', () => {
  const toLibrary = ({ to }: ForeignKey) => ['exercises', 'exercise_categories', 'workout_levels'].includes(to)
  const isFound = ({ table, columns }: ForeignKey) =>
    indexes.some((index) => index.table === table && index.where === null && columns.includes(index.columns[0] ?? ''))
  // nothing of the library is ever deleted
  const lost = foreignKeys.filter((key) => key.cascades && !toLibrary(key) && !isFound(key))
  expect(lost.map(({ name }) => name)).toEqual([])
})

test('the guide says of every index that is no constraint who reads it', () => {
  const guide = readFileSync(join(import.meta.dirname, '../../../../../docs/database-infrastructure.md'), 'utf8')
  const rows = [...guide.matchAll(/^\| `(\w+)` \| [^|]+ \|$/gm)].map(([, name = '']) => name)
  expect(indexes.filter(({ isUnique, name }) => !isUnique && !rows.includes(name)).map(({ name }) => name)).toEqual([])
})

/** The indexes in the plan of a statement, as it is planned for its values. */
function plannedIndexes(identity: Identity, { text, values }: Statement): Promise<string[]> {
  return withClient(url, async (client) => {
    const role = actAs(identity)
    await client.query('begin')
    await client.query(role.text, [...role.values])
    const explained = await client.query(`explain (format json) ${text}`, [...values])
    await client.query('rollback')
    return [...JSON.stringify(explained.rows).matchAll(/"Index Name":"(\w+)"/g)].map(([, name = '']) => name)
  })
}

const operator = { kind: 'operator' } as const
const visitor = { kind: 'visitor' } as const
const anything = { level: null, category: null, tag: null, metric: null, equipment: null, asked: null } as const
const page = { afterKey: null, afterSlug: null, limit: 20 }

describe('at size', () => {
  let userId: AthleteId

  beforeAll(async () => {
    const made = await makeCrowd(rows, { athletes: 300, sessions: 60, until, rulesVersion: '2026-11-01' })
    userId = idOf.athlete(made[0] ?? '')
    await rows(growLibrary)
    await rows(growOutbox)
    await rows(growSecurityLog)
    await rows('refresh materialized view weekly_workout_summary')
    await rows('vacuum analyze')
  }, 120_000)

  test.each<[string, string, () => [Identity, Statement]]>([
    [
      'the easiest exercises',
      'idx_exercises_difficulty',
      () => [visitor, listExercisesByDifficulty({ ...anything, ...page })],
    ],
    [
      'exercises of a tag',
      'idx_exercises_tags',
      () => [visitor, listExercisesByDifficulty({ ...anything, ...page, tag: 'rare' })],
    ],
    [
      'the effort of a year, without a page for each day',
      'idx_daily_workout_summary_user_id',
      () => [{ kind: 'athlete', userId }, findEffortHistory({ userId, from: '2025-11-22', to: until })],
    ],
    [
      'the running week of all athletes',
      'idx_daily_workout_summary_date',
      () => [operator, listWeeksOfAll({ from: '2026-11-02', running: '2026-11-16' })],
    ],
    [
      'weeks of all athletes',
      'weekly_workout_summary_key',
      () => [operator, listWeeksOfAll({ from: '2026-11-09', running: '2026-11-16' })],
    ],
    [
      'sessions of a day of all athletes',
      'idx_workout_sessions_date_status',
      () => [operator, countSessionsOfAll({ on: until })],
    ],
    [
      'deliveries that are due',
      'idx_webhook_deliveries_due',
      () => [
        operator,
        claimDueDeliveries({ limit: 50, perAthlete: 5, leaseSeconds: 60, exceptEndpoints: [], exceptAthletes: [] }),
      ],
    ],
    [
      'what is over in the security log',
      'idx_security_log_at',
      () => [operator, forgetSecurityLog({ now: new Date(0), limit: 1_000 })],
    ],
  ])('%s: %s', async (_, index, asked) => {
    const [identity, statement] = asked()
    expect(await plannedIndexes(identity, statement)).toContain(index)
  })
})

const growLibrary = `
  insert into exercises (slug, name, level_id, category_id, metric, difficulty, description, cues, unilateral,
    body_mass_fraction, body_mass_fraction_source, primary_muscles, fit_exercise_category, health_connect_segment,
    default_sets, default_tempo, default_rest_seconds, default_equipment, tags)
  select 'more-' || number, 'More ' || number, level.id, category.id, 'reps', level.level_order + 0.5, 'x', '{}', false,
    0.5, 'est', '{}', 'PUSH_UP', 'OTHER_WORKOUT', '[{"reps": 10}]', '2-0-X-1', 60, '{}',
    array[case when number % 5000 = 0 then 'rare' else 'common' end]
  from generate_series(1, 20000) as number
  join workout_levels as level on level.level_order = number % 6
  join exercise_categories as category on category.id = (select min(id) from exercise_categories) + number % 3`

const growOutbox = `
  with endpoint as (
    insert into webhook_endpoints (id, user_id, url, event_types, sealed_secret, created_at, updated_at)
    select gen_random_uuid(), id, 'https://example.com', '{}', 'v1.x', now(), now() from users limit 1
    returning id, user_id
  )
  insert into webhook_deliveries (id, endpoint_id, user_id, event_id, event_type, payload, next_attempt_at, delivered_at, created_at)
  select gen_random_uuid(), endpoint.id, endpoint.user_id, event.id, event.type, '{}',
    case when event.sequence % 1000 = 0 then now() end, case when event.sequence % 1000 <> 0 then now() end, now()
  from endpoint, (select * from events order by sequence limit 10000) as event`

const growSecurityLog = `
  insert into security_log (id, at, kind, user_id, request_id)
  select gen_random_uuid(), now() - number * interval '10 minutes', 'signed-in', user_id, 'past'
  from generate_series(1, 20000) as number
  cross join (select min(id::text)::uuid as user_id from users) as one`
