import assert from 'node:assert/strict'
import { attemptDelaysMs, jitterShareMax } from '#domain/webhook/retry-schedule.js'
import type { FaultContext } from '#tests/faults/support/context.js'
import type { FaultApi } from '#tests/faults/support/fault-api.js'
import { expectStatus, planOf } from '#tests/faults/support/training/sessions.js'
import { isSignedWith } from '#tests/support/webhook-receiver.js'
import { deliveryTo, type Hook, registerHook } from './hooks.js'
import { illnesses, openTarget, type Target } from './targets.js'

export type Patient = { readonly target: Target; readonly hook: Hook }

/** A receiver with each illness, for whom one event is on its way. */
export async function patientsOf(context: FaultContext, api: FaultApi, inside: string): Promise<Patient[]> {
  return Promise.all(
    illnesses(inside).map(async (illness) => {
      const target = await openTarget(context, illness)
      const hook = await registerHook(api, { url: target.url })
      expectStatus(await hook.athlete.post('/sessions', planOf()), 201)
      return { target, hook }
    }),
  )
}

/**
 * Expects that the delivery is kept, says what was wrong, and is due again when the schedule or the
 * receiver says so.
 */
export async function expectKept(
  api: FaultApi,
  { target, hook }: Patient,
  attempts: number,
  timeoutMs: number,
): Promise<void> {
  const { name, status, error, retryAfterSeconds = 0 } = target
  const delivery = await deliveryTo(api, hook)
  assert.deepEqual([delivery.attempts, delivery.last_status], [attempts, status], name)
  assert.match(delivery.last_error ?? '', error, name)
  const scheduled = Math.max((attemptDelaysMs[attempts] ?? 0) / 1_000, retryAfterSeconds)
  // what the attempt itself took comes on top, on a machine that may be slow
  const pauseMax = scheduled * (1 + jitterShareMax) + timeoutMs / 1_000 + 30
  assert.ok(
    delivery.pause !== null && delivery.pause >= scheduled && delivery.pause <= pauseMax,
    `${name}: ${delivery.pause}`,
  )
  if (target.misbehave) assert.equal(target.received().length, attempts, `${name} was sent to ${attempts} times`)
}

/** All attempts came under one id, and the last one is delivered and signed. */
export async function expectDelivered(api: FaultApi, { target, hook }: Patient): Promise<void> {
  const delivery = await deliveryTo(api, hook)
  assert.ok(delivery.delivered_at, `${target.name} is back`)
  assert.deepEqual([delivery.last_status, delivery.last_error], [204, null])
  const received = target.received()
  assert.deepEqual([...new Set(received.map(({ headers }) => headers['webhook-id']))], [delivery.event_id])
  for (const request of received) assert.ok(isSignedWith(hook.secret, request), `${target.name} can verify it`)
}
