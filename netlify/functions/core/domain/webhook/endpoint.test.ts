import { expect, test } from 'vitest'
import { idOf } from '#tests/support/ids.js'
import { changeEndpoint, registerEndpoint, rotateSecret } from './endpoint.js'
import { DeliverableType, RegisterWebhook } from './endpoint.schema.js'

const born = new Date('2026-11-22T12:00:00.000Z')
const later = new Date('2026-11-22T13:00:00.000Z')
const id = idOf.webhook(1)
const endpoint = registerEndpoint(id, { url: 'https://example.com/a', eventTypes: ['session.completed'] }, born)

test('registerEndpoint makes an enabled endpoint of version 1', () => {
  expect(endpoint).toMatchObject({ disabled: false, disabledAt: null, formerSecretUntil: null, version: 1 })
})

test('changeEndpoint returns the same endpoint when nothing changes', () => {
  const same = { url: 'https://example.com/a', eventTypes: ['session.completed' as const], disabled: false }
  expect(changeEndpoint(endpoint, same, later)).toEqual({ endpoint, fields: [] })
  expect(changeEndpoint(endpoint, {}, later).endpoint).toBe(endpoint)
})

test('changeEndpoint keeps the moment of disabling until the endpoint is enabled again', () => {
  const disabled = changeEndpoint(endpoint, { disabled: true }, later).endpoint
  expect(disabled).toMatchObject({ disabled: true, disabledAt: later.toISOString(), version: 2 })
  const moved = changeEndpoint(
    disabled,
    { url: 'https://example.com/b' },
    new Date('2026-11-22T14:00:00.000Z'),
  ).endpoint
  expect(moved).toMatchObject({ disabled: true, disabledAt: later.toISOString(), version: 3 })
  expect(changeEndpoint(moved, { disabled: false }, later).endpoint).toMatchObject({
    disabled: false,
    disabledAt: null,
  })
})

test('rotateSecret keeps the former secret valid for a day', () => {
  expect(rotateSecret(endpoint, later)).toEqual({
    ...endpoint,
    formerSecretUntil: '2026-11-23T13:00:00.000Z',
    version: 2,
    updatedAt: later.toISOString(),
  })
})

test('DeliverableType has no events about webhooks', () => {
  expect(DeliverableType.options.length).toBeGreaterThan(20)
  expect(DeliverableType.options.filter((type) => type.startsWith('webhook.'))).toEqual([])
})

test.each([
  [[]],
  [['session.completed', 'session.completed']],
  [['session.finished']],
  [['webhook.registered']],
  [['*']],
])('RegisterWebhook refuses the event types %j', (eventTypes) => {
  expect(RegisterWebhook.safeParse({ url: 'https://example.com', eventTypes }).success).toBe(false)
})
