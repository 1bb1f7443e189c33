import assert from 'node:assert/strict'
import { type Client, clientOf } from '#tests/support/api.js'
import { makeHistory } from '#tests/support/long-history.js'
import type { FaultCheck } from '../fault-check.js'
import { openApi } from '../support/fault-api.js'
import { effectsOf } from '../support/invariants/expect-sound.js'
import { spawnApi } from '../support/process/spawn-api.js'
import { sleep, timed } from '../support/time.js'
import { expectStatus } from '../support/training/sessions.js'
import type { Send } from '../support/witness.js'

const deadlineMs = 300
/** The grace of the database's last answer and a slice of work; the rest is for a busy machine. */
const graceMs = 250 + 1_000
const waitMsMax = 1_000

const reads = [
  ...['/me/warnings', '/me/load', '/me/next-workout', '/me/deload', '/me/goals', '/me/readiness'],
  ...['/me/exercises/push-up/mastery', '/me/levels/Push/estimate', '/me/path?goal=archer-push-up'],
]
const goal = { kind: 'consistency', target: 3 }

/** How many sessions fit into an export in one answer. */
const exportableMax = 500

/** Asks for everything that rests on the whole history, and for more, at once. */
function askEverything(client: Client, more: readonly string[] = []) {
  return Promise.all(
    [...[...reads, ...more].map((path) => client.get(path)), client.post('/me/goals', goal)].map(clocked),
  )
}

async function clocked(asked: Promise<{ readonly status: number }>) {
  const { result, ms } = await timed(() => asked)
  return { status: result.status, ms }
}

/** Returns for how long at most another caller waited while the work went on, in milliseconds. */
async function longestWaitWhile(send: Send, work: Promise<unknown>): Promise<number> {
  let [isDone, longest] = [false, 0]
  const done = () => {
    isDone = true
  }
  work.then(done, done)
  while (!isDone) {
    const { result, ms } = await timed(() => send('/health/live'))
    assert.equal(result.status, 200)
    longest = Math.max(longest, ms)
    await sleep(5)
  }
  return longest
}

/** An athlete with years of training asks one process for everything, with and without enough time. */
export const longHistory: FaultCheck = {
  name: 'an athlete with a long history asks for everything at once: others are served meanwhile, 503 or 504 in time, nothing half done',
  run: async (context) => {
    const sessions = context.full ? 2_000 : 500
    const url = await context.makeDatabase()
    const api = await openApi(context, { url })
    const athlete = await api.athlete()
    await makeHistory(api.rows, athlete.id, { sessions })
    const patient = await spawnApi(context, url, { REQUEST_DEADLINE_MS: '60000' })
    const all = askEverything(clientOf(patient.send, athlete.token), sessions > exportableMax ? [] : ['/me/export'])
    const waited = await longestWaitWhile(patient.send, all)
    for (const { status } of await all) assert.ok(status < 300, `answered ${status}`)
    assert.ok(waited < waitMsMax, `another caller waited for ${Math.round(waited)} ms`)
    const hurried = await spawnApi(context, url, { REQUEST_DEADLINE_MS: `${deadlineMs}` })
    expectStatus(await clientOf(hurried.send, athlete.token).get('/me/records'), 200)
    const before = await effectsOf(api, athlete)
    // without the export: a file that is begun in time is sent to its end
    const answers = await askEverything(clientOf(hurried.send, athlete.token))
    const slowest = Math.max(...answers.map(({ ms }) => ms))
    const away = answers.filter(({ status }) => status === 503 || status === 504)
    assert.ok(answers.every((answer) => answer.status < 300 || away.includes(answer)))
    if ((answers.at(-1)?.status ?? 0) >= 500) assert.deepEqual(await effectsOf(api, athlete), before)
    assert.ok(slowest < deadlineMs + graceMs, `answered after ${Math.round(slowest)} ms`)
    return `${sessions} sessions: another caller waited ${Math.round(waited)} ms at most; deadline ${deadlineMs} ms: ${away.length} of ${answers.length} are turned away with 503 or 504, the last after ${Math.round(slowest)} ms`
  },
}
