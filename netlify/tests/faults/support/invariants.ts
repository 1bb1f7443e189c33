import assert from 'node:assert/strict'
import { boundTo } from '../../../functions/core/infrastructure/database/unit-of-work.js'
import { checks } from '../../../functions/core/infrastructure/database/verification/checks.js'
import { schemaChecks } from '../../../functions/core/infrastructure/database/verification/schema-checks.js'
import { securityChecks } from '../../../functions/core/infrastructure/database/verification/security.js'
import { verify } from '../../../functions/core/infrastructure/database/verify.js'
import type { FaultApi } from './fault-api.js'

/** What `db:verify` asks of the data; the schema itself no fault changes. */
const ofData = checks.filter((check) => ![...schemaChecks, ...securityChecks].includes(check))

/** Fails unless everything derived equals its facts, and every set has exactly the event of its logging. */
export async function expectSound({ environment, rows }: FaultApi): Promise<void> {
  const reports = await verify(boundTo(environment.database, { kind: 'operator' }), ofData)
  assert.deepEqual(
    reports.filter(({ findings }) => findings.length > 0),
    [],
  )
  assert.deepEqual(await rows(setsWithoutTheirEvent), [])
  assert.deepEqual(await rows(eventsWithoutTheirSet), [])
  assert.deepEqual(await rows(wrongVersions), [])
}

const setsWithoutTheirEvent = `
  select sets.id, count(events.id)::int as events
  from exercise_set_logs as sets
  left join events on events.subject = sets.id::text and events.type = 'set.logged'
  group by sets.id
  having count(events.id) <> 1`

const eventsWithoutTheirSet = `
  select subject from events
  where type = 'set.logged'
    and not exists (select 1 from exercise_set_logs where id::text = subject)
    and not exists (select 1 from events as later where later.subject = events.subject and later.type = 'set.deleted')`

/** Planned is version 1, started is 2, and each set adds one; nothing else is done to the sessions that are looked at. */
const wrongVersions = `
  select session.id, session.version, count(sets.id)::int as sets
  from workout_sessions as session
  join session_exercises as exercise on exercise.session_id = session.id
  left join exercise_set_logs as sets on sets.session_exercise_id = exercise.id
  where session.status = 'in_progress'
  group by session.id
  having session.version <> 2 + count(sets.id)`

/** How many rows of each kind an athlete has. */
export async function effectsOf({ rows }: FaultApi, { id }: { id: string }) {
  const [counts] = await rows<{ sessions: number; sets: number; events: number; keys: number }>(
    `select (select count(*)::int from workout_sessions where user_id = $1) as sessions,
            (select count(*)::int from exercise_set_logs where user_id = $1) as sets,
            (select count(*)::int from events where user_id = $1) as events,
            (select count(*)::int from idempotency_keys where user_id = $1) as keys`,
    [id],
  )
  assert.ok(counts)
  return counts
}
