import assert from 'node:assert/strict'
import { type Answered, clientOf } from '#tests/support/api.js'
import type { FaultCheck } from '../fault-check.js'
import type { FaultContext } from '../support/context.js'
import { type FaultApi, type FaultAthlete, openApi } from '../support/fault-api.js'
import { expectSound } from '../support/invariants/expect-sound.js'
import { type ApiProcess, spawnApi } from '../support/process/spawn-api.js'
import { atOnce, sleep } from '../support/time.js'
import { expectStatus, key, type Started, startSession } from '../support/training/sessions.js'
import type { Send } from '../support/witness.js'

type Lifters = readonly { readonly athlete: FaultAthlete; readonly session: Started }[]
type Outcome = { readonly n: number; readonly answered: Answered | null }

const askedAtOnce = 24

/** Sends every set at once; an answer is null when the process died before it. */
function sendAll(lifters: Lifters, send: Send, round: string): Promise<Outcome[]> {
  return atOnce(askedAtOnce, async (n) => {
    const lifter = lifters[n % lifters.length]
    assert.ok(lifter)
    const client = clientOf(send, lifter.athlete.token)
    const path = `${lifter.session.exercises[n % lifter.session.exercises.length]}/sets`
    const asked = client.post(path, { reps: 1 + n }, key(`${round}-${n}`))
    return { n, answered: await asked.catch(() => null) }
  })
}

/** Repeats what was sent until all of it is acknowledged. */
async function settle(lifters: Lifters, send: Send, round: string): Promise<Outcome[]> {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const outcomes = await sendAll(lifters, send, round)
    if (outcomes.every(({ answered }) => answered?.status === 201)) return outcomes
    for (const { answered } of outcomes) if (answered) expectStatus(answered, 201, 409, 503, 504)
    await sleep(200)
  }
  throw new Error('not all were acknowledged after 20 attempts')
}

/**
 * Kills one process at a random moment while it works, and sends the same requests to the other
 * one.
 */
async function killOnce(
  context: FaultContext,
  api: FaultApi,
  [doomed, other]: readonly [ApiProcess, ApiProcess],
  round: string,
): Promise<{ cut: number; committed: number }> {
  const lifters = await atOnce(4, async () => {
    const athlete = await api.athlete()
    return { athlete, session: await startSession(athlete, 3) }
  })
  // the first request of a process loads what the later ones use
  for (const { send } of [doomed, other]) await clientOf(send, lifters[0]?.athlete.token ?? null).get('/me')
  const sending = sendAll(lifters, doomed.send, round)
  await sleep(20 + context.random() * 250)
  doomed.kill()
  const first = await sending
  const ids = lifters.map(({ athlete }) => athlete.id)
  const count = 'select count(*)::int as sets from exercise_set_logs where user_id = any($1::uuid[])'
  const [done] = await api.rows<{ sets: number }>(count, [ids])
  const settled = await settle(lifters, other.send, round)
  const [after] = await api.rows<{ sets: number }>(count, [ids])
  assert.equal(after?.sets, askedAtOnce)
  for (const { n, answered } of first) {
    if (answered?.status === 201) assert.deepEqual(settled[n]?.answered?.body, answered.body)
  }
  const acknowledged = first.filter(({ answered }) => answered?.status === 201).length
  return { cut: first.filter(({ answered }) => answered === null).length, committed: (done?.sets ?? 0) - acknowledged }
}

/** A process of the API dies outright while it serves; another one is asked the same again. */
export const processKilled: FaultCheck = {
  name: 'API process killed (-9) between work and reply: the retry elsewhere gives one effect each',
  run: async (context) => {
    const url = await context.makeDatabase()
    const api = await openApi(context, { url })
    const rounds = context.full ? 5 : 1
    let next = spawnApi(context, url)
    let [cut, committed] = [0, 0]
    for (let round = 0; round < rounds; round += 1) {
      const [doomed, other] = await Promise.all([next, spawnApi(context, url)])
      const seen = await killOnce(context, api, [doomed, other], `round-${round}`)
      cut += seen.cut
      committed += seen.committed
      next = Promise.resolve(other)
    }
    await expectSound(api)
    return `${rounds} kills, ${cut} requests without an answer, ${committed} of them had committed`
  },
}
