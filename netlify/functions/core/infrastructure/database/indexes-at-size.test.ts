import { beforeAll, expect, test } from 'vitest'
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
import { actAs, type Identity } from './unit-of-work.js'

// Indexes that no plan for small tables uses, each with the statement whose plan does at size.

const { url, rows } = await testDatabase('library')
const until = '2026-11-21'

/** The plan of a statement for its values, as its text. */
function planOf(identity: Identity, { text, values }: Statement): Promise<string> {
  return withClient(url, async (client) => {
    const role = actAs(identity)
    await client.query('begin')
    await client.query(role.text, [...role.values])
    const explained = await client.query<{ 'QUERY PLAN': string }>(`explain ${text}`, [...values])
    await client.query('rollback')
    return explained.rows.map((row) => row['QUERY PLAN']).join('\n')
  })
}

const operator = { kind: 'operator' } as const
const visitor = { kind: 'visitor' } as const
const anything = { level: null, category: null, tag: null, metric: null, equipment: null, asked: null } as const
const page = { afterKey: null, afterSlug: null, limit: 20 }

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
    'Index Only Scan using idx_daily_workout_summary_user_id',
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
  expect(await planOf(...asked())).toContain(index)
})
