import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import * as z from 'zod'
import { makeHistory } from '#tests/support/long-history.js'
import type { FaultCheck } from '../fault-check.js'
import { type FaultApi, openApi, settingsOf } from '../support/fault-api.js'
import { sleep } from '../support/time.js'
import { expectStatus } from '../support/training/sessions.js'

/** Requests have ended after so long, so that an export is made at once. */
const deadlineMs = '100'

function spawnMaker(url: string): ChildProcess {
  const script = join(import.meta.dirname, 'exports-killed/maker-process.ts')
  const env = { PATH: process.env.PATH, ...settingsOf(url, { REQUEST_DEADLINE_MS: deadlineMs }) }
  return spawn(process.execPath, ['--import', 'tsx', script], { env, stdio: ['ignore', 'ignore', 'inherit'] })
}

/** Waits until the function has claimed the export; false when there is nothing left to make. */
async function claimed({ rows }: FaultApi): Promise<boolean> {
  const state =
    'select claimed_until > now() as held, num_nonnulls(ready_at, failed_at) = 1 as ended from account_exports'
  for (let tries = 0; tries < 2_000; tries += 1) {
    const [found] = await rows<{ held: boolean | null; ended: boolean }>(state)
    if (found?.held || found?.ended) return !found.ended
    await sleep(5)
  }
  throw new Error('nothing is claimed')
}

/** Waits until another part is stored, or nothing is left to make. */
async function anotherPart(api: FaultApi): Promise<void> {
  const stored = async () => (await api.rows('select from account_export_parts')).length
  const before = await stored()
  while ((await stored()) === before && (await claimed(api))) await sleep(5)
}

/**
 * Kills the function (-9): at a random moment of its work, or as soon as it has stored a part. Tells
 * whether it was still at work.
 */
async function killOnce(api: FaultApi, url: string, moment: () => Promise<void>): Promise<boolean> {
  const doomed = spawnMaker(url)
  const ended = once(doomed, 'exit')
  if (await claimed(api)) {
    await moment()
    doomed.kill('SIGKILL')
  }
  await ended
  await api.rows('update account_exports set claimed_until = now() where claimed_until is not null')
  return doomed.signalCode === 'SIGKILL'
}

const Rows = z.array(z.looseObject({}))

/** Large tables, and the column that tells their rows apart, by the name that an export gives them. */
const tables: ReadonlyMap<string, { readonly table: string; readonly key: string }> = new Map([
  ['sessions', { table: 'workout_sessions', key: 'id' }],
  ['session-exercises', { table: 'session_exercises', key: 'id' }],
  ['sets', { table: 'exercise_set_logs', key: 'id' }],
  ['events', { table: 'events', key: 'sequence' }],
])

/** Returns the keys of what the parts hold, by kind of thing. */
function unpacked(parts: readonly { readonly content: Uint8Array }[]): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const [name, file] of parts.flatMap(({ content }) => Object.entries(unzipSync(content)))) {
    const [, entity = ''] = /^json\/([a-z-]+)\./.exec(name) ?? []
    const key = tables.get(entity)?.key
    if (key === undefined) continue
    const rows = Rows.parse(JSON.parse(strFromU8(file)))
    found.set(entity, [...(found.get(entity) ?? []), ...rows.map((row) => String(row[key]))])
  }
  return found
}

/** The scheduled function is killed while it makes an export of a long history, again and again. */
export const exportsKilled: FaultCheck = {
  name: 'make-exports killed (-9) while it makes an export: its parts hold every row once',
  run: async (context) => {
    const url = await context.makeDatabase()
    const api = await openApi(context, { url })
    const athlete = await api.athlete()
    const sessions = context.full ? 3_000 : 600
    await makeHistory(api.rows, athlete.id, { sessions })
    const { id } = expectStatus(await athlete.post('/me/exports'), 201).body
    await sleep(3 * Number(deadlineMs))
    const kills = context.full ? 8 : 2
    let atWork = 0
    for (let kill = 0; kill < kills; kill += 1) {
      // an export is given up after five attempts at one part, so every other kill spares a part
      const moment = kill % 2 === 0 ? () => sleep(context.random() * 1_500) : () => anotherPart(api)
      if (await killOnce(api, url, moment)) atWork += 1
    }
    assert.ok(atWork > 0, 'it was never at work')
    const status = async () => expectStatus(await athlete.get(`/me/exports/${id}`), 200).body.status
    while ((await status()) === 'running') await once(spawnMaker(url), 'exit')
    assert.equal(await status(), 'ready')
    const parts = await api.rows<{ content: Uint8Array }>('select content from account_export_parts order by number')
    const found = unpacked(parts)
    for (const [entity, { table, key }] of tables) {
      const text = `select ${key}::text as key from ${table} where user_id = $1`
      const expected = (await api.rows<{ key: string }>(text, [athlete.id])).map((row) => row.key)
      assert.deepEqual(found.get(entity)?.sort(), expected.sort(), entity)
    }
    const rows = [...found.values()].reduce((sum, list) => sum + list.length, 0)
    return `${atWork} kills at work, ${parts.length} parts, ${rows} rows, each once`
  },
}
