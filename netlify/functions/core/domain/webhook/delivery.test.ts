import { expect, test } from 'vitest'
import { Refusal } from '#domain/refusal.js'
import { idOf } from '#tests/support/ids.js'
import { errorOf, judgeAttempt, type Outcome, replayDelivery } from './delivery.js'
import type { WebhookDelivery } from './delivery.schema.js'

const answered = (status: number, retryAfterSeconds: number | null = null): Outcome => ({
  kind: 'answered',
  status,
  retryAfterSeconds,
})
const unanswered: Outcome = { kind: 'unanswered', reason: 'refused the connection' }

test.each([200, 201, 204, 299])('judgeAttempt takes %i as delivered', (status) => {
  expect(judgeAttempt(1, answered(status), 0)).toEqual({ kind: 'delivered' })
  expect(errorOf(answered(status))).toBeNull()
})

test.each([199, 300, 302, 308, 400, 404, 429, 500, 503])('judgeAttempt tries again after %i', (status) => {
  expect(judgeAttempt(1, answered(status), 0)).toEqual({ kind: 'retry', delayMs: 5_000 })
  expect(errorOf(answered(status))).toContain(`answered ${status}`)
})

test('judgeAttempt tries again after no answer', () => {
  expect(judgeAttempt(2, unanswered, 0)).toEqual({ kind: 'retry', delayMs: 300_000 })
  expect(errorOf(unanswered)).toBe('refused the connection')
})

test('judgeAttempt gives up at once on 410, and reports the receiver as gone', () => {
  expect(judgeAttempt(1, answered(410), 0)).toEqual({ kind: 'failed', disables: 'gone' })
})

test('judgeAttempt gives up after the tenth failure', () => {
  expect(judgeAttempt(9, answered(500), 0).kind).toBe('retry')
  expect(judgeAttempt(10, answered(500), 0)).toEqual({ kind: 'failed', disables: 'unreachable' })
  // a sender that died kept nobody from counting
  expect(judgeAttempt(11, answered(500), 0)).toEqual({ kind: 'failed', disables: 'unreachable' })
})

test('judgeAttempt says nothing of the receiver when nothing was sent', () => {
  const unsent: Outcome = { kind: 'unsent', reason: 'cannot be signed' }
  expect(judgeAttempt(9, unsent, 0).kind).toBe('retry')
  expect(judgeAttempt(10, unsent, 0)).toEqual({ kind: 'failed', disables: null })
  expect(errorOf(unsent)).toBe('cannot be signed')
})

test('judgeAttempt still takes a success at the tenth attempt as delivered', () => {
  expect(judgeAttempt(10, answered(200), 0)).toEqual({ kind: 'delivered' })
})

test('judgeAttempt waits as long as Retry-After asks', () => {
  expect(judgeAttempt(1, answered(503, 60), 0)).toEqual({ kind: 'retry', delayMs: 60_000 })
})

const failed: WebhookDelivery = {
  id: idOf.delivery(1),
  webhookId: idOf.webhook(2),
  eventId: idOf.event(3),
  eventType: 'session.completed',
  status: 'failed',
  attempts: 10,
  lastAttemptAt: '2026-11-22T12:00:00.000Z',
  lastStatus: 500,
  lastError: 'answered 500',
  nextAttemptAt: null,
  deliveredAt: null,
  failedAt: '2026-11-22T12:00:00.000Z',
  createdAt: '2026-11-19T08:00:00.000Z',
}
const now = new Date('2026-11-23T12:00:00.000Z')
const idle = { now, endpointDisabled: false, underWay: false }
const codeOf = (decide: () => unknown) => {
  try {
    decide()
    return null
  } catch (error) {
    return error instanceof Refusal ? error.code : error
  }
}

test('replayDelivery begins the schedule anew, and keeps the last status and error', () => {
  expect(replayDelivery(failed, idle)).toEqual({
    ...failed,
    status: 'pending',
    attempts: 0,
    nextAttemptAt: now.toISOString(),
    failedAt: null,
  })
})

test('replayDelivery refuses a delivery that is under way', () => {
  expect(codeOf(() => replayDelivery(failed, { ...idle, underWay: true }))).toBe('CONFLICT')
})

test('replayDelivery refuses a delivery to a disabled webhook', () => {
  expect(codeOf(() => replayDelivery(failed, { ...idle, endpointDisabled: true }))).toBe('CONFLICT')
})
