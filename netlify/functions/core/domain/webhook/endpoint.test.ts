import { expect, test } from 'vitest'
import { Scope } from '#domain/account/principal.js'
import { Refusal } from '#domain/refusal.js'
import { idOf } from '#tests/support/ids.js'
import { changeEndpoint, registerEndpoint, rotateSecret } from './endpoint.js'
import { type ChangeWebhook, DeliverableType, RegisterWebhook } from './endpoint.schema.js'
import type { Voucher } from './voucher.js'

const born = new Date('2026-11-22T12:00:00.000Z')
const later = new Date('2026-11-22T13:00:00.000Z')
const id = idOf.webhook(1)
const athlete: Voucher = { keyId: null, scopes: new Set(Scope.options), ended: false }
const keyWith = (place: number, ...scopes: Scope[]): Voucher => ({
  keyId: idOf.key(place),
  scopes: new Set(scopes),
  ended: false,
})
const app = keyWith(1, 'webhooks:write', 'sessions:read')
const narrow = keyWith(2, 'webhooks:write')
const asked = { url: 'https://example.com/a', eventTypes: ['session.completed' as const] }
const made = (voucher: Voucher) => ({ endpoint: registerEndpoint(id, asked, voucher, born), voucher })
const own = made(athlete)
const elsewhere = { url: 'https://example.com/b' }

/** The code and the places of a refusal. */
function refusalOf(act: () => unknown): unknown {
  try {
    return act()
  } catch (error) {
    return error instanceof Refusal ? [error.code, ...error.faults.map((fault) => fault.detail)] : error
  }
}

test('registerEndpoint makes an enabled endpoint of version 1, for which the caller vouches', () => {
  const enabled = { disabled: false, disabledAt: null, disabledReason: null, formerSecretUntil: null, version: 1 }
  expect(own.endpoint).toMatchObject({ ...enabled, keyId: null })
  expect(made(app).endpoint).toMatchObject({ ...enabled, keyId: app.keyId })
})

test('registerEndpoint refuses each event that the caller may not read', () => {
  const eventTypes = ['checkIn.recorded' as const, 'session.completed' as const, 'key.created' as const]
  const act = () => registerEndpoint(id, { ...asked, eventTypes }, app, born)
  expect(refusalOf(act)).toEqual([
    'WEBHOOK_SCOPES',
    'checkIn.recorded needs progress:read',
    'key.created needs keys:read',
  ])
})

test('changeEndpoint returns the same endpoint when nothing changes', () => {
  expect(changeEndpoint(own, { ...asked, disabled: false }, athlete, later)).toEqual({ ...own, fields: [] })
  expect(changeEndpoint(own, {}, athlete, later).endpoint).toBe(own.endpoint)
})

test('changeEndpoint keeps the moment of disabling until the endpoint is enabled again', () => {
  const disabled = changeEndpoint(own, { disabled: true }, athlete, later)
  const since = { disabled: true, disabledAt: later.toISOString(), disabledReason: 'by_hand' }
  expect(disabled.endpoint).toMatchObject({ ...since, version: 2 })
  const moved = changeEndpoint(disabled, elsewhere, athlete, new Date('2026-11-22T14:00:00.000Z'))
  expect(moved.endpoint).toMatchObject({ ...since, version: 3 })
  expect(changeEndpoint(moved, { disabled: false }, athlete, later).endpoint).toMatchObject({
    disabled: false,
    disabledAt: null,
    disabledReason: null,
  })
})

test.each<[string, ChangeWebhook]>([
  ['another address', elsewhere],
  ['another event', { eventTypes: ['set.logged'] }],
  ['fewer events', { eventTypes: ['session.started'] }],
  ['a pause and another address', { disabled: true, ...elsewhere }],
])('changeEndpoint refuses %s to a caller who may not read what is sent', (_, patch) => {
  expect(refusalOf(() => changeEndpoint(own, patch, narrow, later))).toContain('WEBHOOK_SCOPES')
})

test('changeEndpoint lets a caller who may read nothing disable, and not enable again', () => {
  const disabled = changeEndpoint(own, { disabled: true }, narrow, later)
  expect(disabled.endpoint).toMatchObject({ disabled: true, keyId: null })
  expect(refusalOf(() => changeEndpoint(disabled, { disabled: false }, narrow, later))).toContain('WEBHOOK_SCOPES')
})

test('changeEndpoint makes whoever gives the address vouch', () => {
  expect(changeEndpoint(own, elsewhere, app, later)).toMatchObject({ endpoint: { keyId: app.keyId }, voucher: app })
  expect(changeEndpoint(made(app), elsewhere, athlete, later)).toMatchObject({
    endpoint: { keyId: null },
    voucher: athlete,
  })
})

test('changeEndpoint leaves a webhook with its key when another caller changes the events, or pauses it', () => {
  const of = made(app)
  for (const patch of [{ eventTypes: ['set.logged' as const] }, { disabled: true }]) {
    expect(changeEndpoint(of, patch, athlete, later)).toMatchObject({ endpoint: { keyId: app.keyId }, voucher: app })
  }
  const paused = changeEndpoint(of, { disabled: true }, app, later)
  expect(changeEndpoint(paused, { disabled: false }, athlete, later).voucher).toBe(app)
})

test('changeEndpoint refuses events that the key of the webhook may not read, whoever asks', () => {
  const act = () => changeEndpoint(made(app), { eventTypes: ['checkIn.recorded'] }, athlete, later)
  expect(refusalOf(act)).toEqual(['WEBHOOK_SCOPES', 'checkIn.recorded needs progress:read'])
})

test('changeEndpoint makes whoever enables a webhook whose key has ended vouch', () => {
  const { endpoint } = made(app)
  const since = { disabled: true, disabledAt: later.toISOString(), disabledReason: 'key_ended' as const }
  const ended = { endpoint: { ...endpoint, ...since }, voucher: { ...app, ended: true } }
  expect(changeEndpoint(ended, { disabled: false }, athlete, later)).toMatchObject({
    endpoint: { disabled: false, disabledReason: null, keyId: null },
    voucher: athlete,
  })
  expect(changeEndpoint(ended, elsewhere, athlete, later).endpoint).toMatchObject({ ...since, keyId: null })
  expect(refusalOf(() => changeEndpoint(ended, { disabled: false }, narrow, later))).toContain('WEBHOOK_SCOPES')
})

test('rotateSecret keeps the former secret valid for a day', () => {
  expect(rotateSecret(own.endpoint, athlete, later)).toEqual({
    ...own.endpoint,
    formerSecretUntil: '2026-11-23T13:00:00.000Z',
    version: 2,
    updatedAt: later.toISOString(),
  })
})

test('rotateSecret refuses a caller who may not read what is sent', () => {
  expect(refusalOf(() => rotateSecret(own.endpoint, narrow, later))).toContain('WEBHOOK_SCOPES')
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
