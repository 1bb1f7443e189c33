import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { FaultContext } from '#tests/faults/support/context.js'
import { type FaultApi, settingsOf } from '#tests/faults/support/fault-api.js'
import { expectStatus, planOf } from '#tests/faults/support/training/sessions.js'
import { openReceiver } from '#tests/support/webhook-receiver.js'
import { deliveryTo, registerHook } from './hooks.js'

type Parts = { readonly url: string; readonly send: () => Promise<unknown> }

function spawnSender(url: string): ChildProcess {
  const script = join(import.meta.dirname, 'sender-process.ts')
  const env = { PATH: process.env.PATH, ...settingsOf(url, { WEBHOOKS_ALLOW_PRIVATE: 'true' }) }
  return spawn(process.execPath, ['--import', 'tsx', script], { env, stdio: ['ignore', 'ignore', 'inherit'] })
}

/**
 * Kills the scheduled function (-9) after the receiver got its message and before it can record
 * that: nobody else sends the message while the claim holds, and afterwards it is sent again under
 * the same id. Returns how often the function was killed.
 */
export async function killSenders(context: FaultContext, api: FaultApi, { url, send }: Parts): Promise<number> {
  const kills = context.full ? 3 : 1
  for (let kill = 0; kill < kills; kill += 1) {
    const sender: { doomed?: ChildProcess } = {}
    const receiver = await openReceiver((response) => {
      sender.doomed?.kill('SIGKILL')
      response.writeHead(204).end()
    })
    context.onEnd(receiver.close)
    const hook = await registerHook(api, { url: receiver.url })
    expectStatus(await hook.athlete.post('/sessions', planOf()), 201)
    sender.doomed = spawnSender(url)
    await once(sender.doomed, 'exit')
    assert.equal(sender.doomed.signalCode, 'SIGKILL')
    await send()
    assert.equal(receiver.received.length, 1, 'its claim holds')
    await api.rows('update webhook_deliveries set claimed_until = now() where claimed_until is not null')
    await send()
    const { event_id, attempts, delivered_at } = await deliveryTo(api, hook)
    assert.deepEqual([attempts, delivered_at !== null], [2, true])
    assert.deepEqual(
      receiver.received.map(({ headers, body }) => [headers['webhook-id'], body]),
      Array(2).fill([event_id, receiver.received[0]?.body]),
    )
  }
  return kills
}
