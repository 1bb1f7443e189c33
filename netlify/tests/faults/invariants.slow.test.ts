import { AssertionError } from 'node:assert/strict'
import { afterAll, expect, inject, test } from 'vitest'
import { openContext } from './support/context.js'
import { type FaultApi, openApi } from './support/fault-api.js'
import { expectSound } from './support/invariants/expect-sound.js'
import { expectStatus, key, startSession } from './support/training/sessions.js'

const { context, close } = openContext(inject('testServer'), { full: false, seed: 1 })
const timeout = 60_000

afterAll(close, timeout)

/** An athlete has logged a set under a key. */
async function trained(): Promise<FaultApi> {
  const api = await openApi(context, { url: await context.makeDatabase() })
  const athlete = await api.athlete()
  const { exercises } = await startSession(athlete)
  expectStatus(await athlete.post(`${exercises[0]}/sets`, { reps: 8 }, key('a-set')), 201)
  return api
}

test('expectSound passes when nothing was damaged', { timeout }, async () => {
  await expectSound(await trained())
})

/** Each is done past the API and the triggers. */
const damages: Readonly<Record<string, string>> = {
  'a set is missing': 'delete from exercise_set_logs',
  'an event is missing': `delete from events where type = 'set.logged'`,
  'an event exists twice': `insert into events (id, user_id, type, type_version, subject, occurred_at, recorded_at, request_id, payload)
    select gen_random_uuid(), user_id, type, type_version, subject, occurred_at, recorded_at, request_id, payload
    from events where type = 'set.logged'`,
  'a session has skipped a version': 'update workout_sessions set version = version + 1',
  'a delivery is missing': `delete from webhook_deliveries where event_type = 'set.logged'`,
  'a delivery has another payload': `update webhook_deliveries set payload = jsonb_set(payload, '{data}', '{}')`,
  'a key has no kept answer': 'delete from idempotency_keys',
  'a kept answer belongs to nothing that happened': `update events set subject = gen_random_uuid()::text where type = 'set.logged'`,
  'a summary is wrong': 'update daily_workout_summary set total_reps = total_reps + 1',
  'a stranger sees the sets': 'alter table exercise_set_logs disable row level security',
}

test.for(Object.entries(damages))('expectSound fails when %s', { timeout }, async ([, damage]) => {
  const api = await trained()
  await api.rows(`set session_replication_role = replica; ${damage}; reset session_replication_role`)
  await expect(expectSound(api)).rejects.toBeInstanceOf(AssertionError)
})

test('the witness lists an answer with a lower version than its client had seen', { timeout }, async () => {
  const api = await openApi(context, { url: await context.makeDatabase() })
  const athlete = await api.athlete()
  const { path } = await startSession(athlete)
  expectStatus(await athlete.get(path), 200)
  expect(api.witness.shrunken).toEqual([])
  await api.rows(
    `set session_replication_role = replica; update workout_sessions set version = 1; reset session_replication_role`,
  )
  expectStatus(await athlete.get(path), 200)
  expect(api.witness.shrunken).toEqual([expect.stringMatching(/^GET .*: "1" after "2"$/)])
})
