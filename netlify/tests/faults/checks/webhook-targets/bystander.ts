import assert from 'node:assert/strict'
import type { FaultContext } from '#tests/faults/support/context.js'
import type { FaultApi } from '#tests/faults/support/fault-api.js'
import { sleep } from '#tests/faults/support/time.js'
import { expectStatus, startSession } from '#tests/faults/support/training/sessions.js'
import { openReceiver, type Receiver } from '#tests/support/webhook-receiver.js'
import { registerHook } from './hooks.js'

/** An athlete with a healthy receiver, who trains while the receivers of others fail. */
export async function bystanderOf(context: FaultContext, api: FaultApi) {
  const receiver = await openReceiver()
  context.onEnd(receiver.close)
  const { athlete } = await registerHook(api, { url: receiver.url, eventTypes: ['set.logged'] })
  const { exercises } = await startSession(athlete, 8)
  let sets = 0
  const trainUntil = async (done: Promise<unknown>) => {
    let over = false
    const end = () => {
      over = true
    }
    done.then(end, end)
    while (!over) {
      expectStatus(await athlete.post(`${exercises[sets % 8]}/sets`, { reps: 5 }), 201)
      expectStatus(await athlete.get('/me'), 200)
      sets += 1
      await sleep(50)
    }
  }
  return { athlete, receiver, trainUntil }
}

/** Each set of a bystander has arrived, and once. */
export async function expectEachOnce({ rows }: FaultApi, athleteId: string, { received }: Receiver): Promise<void> {
  const events = await rows<{ id: string }>(
    `select id from events where user_id = $1 and type = 'set.logged' order by id`,
    [athleteId],
  )
  assert.deepEqual(
    received.map(({ headers }) => headers['webhook-id']).sort(),
    events.map(({ id }) => id),
  )
}
