import assert from 'node:assert/strict'
import { rebuild } from '#database/commands/rebuild.js'
import { boundTo } from '#database/unit-of-work.js'
import { checks } from '#database/verification/checks.js'
import { derivedStateCheck } from '#database/verification/derived-state.js'
import { schemaChecks } from '#database/verification/schema-checks.js'
import { securityChecks } from '#database/verification/security.js'
import { verify } from '#database/verify.js'
import { ruleBook } from '#domain/rules/rules-in-force.js'
import type { FaultApi } from '../fault-api.js'
import { factQueries } from './facts.js'
import { expectKeysOfTheirWork } from './keys.js'
import { outboxQueries } from './outbox.js'
import { expectNothingForStrangers } from './strangers.js'
import { versionQueries } from './versions.js'

/** The schema no fault changes, and the rebuild sees all that is derived. */
const elsewhere = [...schemaChecks, ...securityChecks, derivedStateCheck]

/** What `db:verify` asks of the data itself. */
const ofData = checks.filter((check) => !elsewhere.includes(check))

/**
 * Fails unless all of this holds: what is acknowledged is there once and whole, everything derived
 * equals its rebuild, events, outbox and keys belong to their work, versions have only grown, and
 * nobody sees what belongs to somebody else.
 */
export async function expectSound(api: FaultApi): Promise<void> {
  const operator = boundTo(api.environment.database, { kind: 'operator' })
  const reports = await verify(operator, ofData)
  assert.deepEqual(
    reports.filter(({ findings }) => findings.length > 0),
    [],
  )
  const lines: string[] = []
  const { found } = await rebuild({ database: operator, ruleBook, log: (line) => lines.push(line) })
  assert.equal(found, 0, lines.join('\n'))
  for (const query of [...factQueries, ...versionQueries, ...outboxQueries]) {
    assert.deepEqual(await api.rows(query), [], query)
  }
  assert.deepEqual(api.witness.shrunken, [])
  await expectKeysOfTheirWork(api)
  await expectNothingForStrangers(api)
}

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
