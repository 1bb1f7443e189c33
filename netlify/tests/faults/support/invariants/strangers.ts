import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { withClient } from '#tests/support/with-client.js'
import type { FaultApi } from '../fault-api.js'
import { expectStatus } from '../training/sessions.js'

const sessionsMax = 3

const tablesWithOwners = `
  select format('%I', class.relname) as name
  from pg_class as class
  join pg_attribute as owner on owner.attrelid = class.oid and owner.attname = 'user_id' and not owner.attisdropped
  where class.relnamespace = 'public'::regnamespace
    and class.relkind in ('r', 'p')
    and has_table_privilege('calistheniq_app', class.oid, 'select')
  order by name`

/**
 * Fails when somebody else finds anything of the athletes: in a table as the role of the API, or by
 * way of the API.
 */
export async function expectNothingForStrangers(api: FaultApi): Promise<void> {
  await withClient(api.environment.config.database.directUrl, async (client) => {
    const { rows: tables } = await client.query<{ name: string }>(tablesWithOwners)
    assert.ok(tables.length > 10, `only ${tables.length} tables with owners`)
    await client.query('begin read only')
    await client.query(`select set_config('role', 'calistheniq_app', true), set_config('app.user_id', $1, true)`, [
      randomUUID(),
    ])
    for (const { name } of tables) {
      const { rows: seen } = await client.query(`select * from ${name} limit 1`)
      assert.deepEqual(seen, [], `a stranger reads ${name}`)
    }
    await client.query('rollback')
  })
  await expectNothingOverHttp(api)
}

async function expectNothingOverHttp(api: FaultApi): Promise<void> {
  const sessions = await api.rows<{ id: string }>(`select id from workout_sessions order by id limit ${sessionsMax}`)
  const stranger = await api.athlete()
  for (const { id } of sessions) {
    expectStatus(await stranger.get(`/sessions/${id}`), 404)
    expectStatus(await stranger.delete(`/sessions/${id}`), 404)
  }
  const { body } = expectStatus(await stranger.get('/sessions'), 200)
  assert.deepEqual(body.data, [])
}
