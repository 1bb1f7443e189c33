import fc from 'fast-check'
import { Webhook, WebhookVerificationError } from 'standardwebhooks'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Message } from '#domain/webhook/ports.js'
import { newSecret } from './secret.js'
import { signatureOf, signedHeaders } from './sign.js'

afterEach(() => {
  vi.useRealTimers()
})

/**
 * What receivers use: the reference library of Standard Webhooks, at the instant of the message.
 */
function verify(secret: string, message: Message, headers: Record<string, string>, secondsLater = 0): unknown {
  vi.useFakeTimers({ now: Math.floor(message.sentAt.getTime() / 1_000) * 1_000 + secondsLater * 1_000 })
  return new Webhook(secret).verify(message.body, headers)
}

const at = (seconds: number) => new Date(seconds * 1_000)
const published = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'

/**
 * The first is the vector that the libraries of Standard Webhooks publish; the others are what they
 * compute.
 */
const vectors = [
  {
    name: 'published',
    secret: published,
    message: { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', sentAt: at(1614265330), body: '{"test": 2432232314}' },
    signature: 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  },
  {
    name: 'secret without its prefix',
    secret: published.replace('whsec_', ''),
    message: { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', sentAt: at(1614265330), body: '{"test": 2432232314}' },
    signature: 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  },
  {
    name: 'an event as we send it, beyond ASCII',
    secret: `whsec_${Buffer.alloc(32, 7).toString('base64')}`,
    message: {
      id: '00000000-0000-4000-8000-000000000001',
      sentAt: at(1795348800),
      body: '{"type":"session.completed","data":{"note":"Klimmzüge 💪"}}',
    },
    signature: 'v1,LUj1kduN2/jOahqMVZD1xIhAAXq6kP7NS5GeE6sOQqY=',
  },
]

describe.each(vectors)('$name', ({ secret, message, signature }) => {
  test('gives the listed signature, and that of the reference library', () => {
    expect(signatureOf(message, secret)).toBe(signature)
    expect(new Webhook(secret).sign(message.id, message.sentAt, message.body)).toBe(signature)
  })

  test('is accepted by the reference library', () => {
    expect(verify(secret, message, signedHeaders(message, [secret]))).toEqual(JSON.parse(message.body))
  })
})

const message: Message = { id: 'msg_1', sentAt: at(1795348800), body: '{"type":"session.completed"}' }
const secret = newSecret()
const headers = signedHeaders(message, [secret])

test('a message that two secrets signed is accepted with either, and with no third', () => {
  const [current, former] = [newSecret(), newSecret()]
  const both = signedHeaders(message, [current, former])
  expect(both['webhook-signature']?.split(' ')).toHaveLength(2)
  for (const one of [current, former]) expect(verify(one, message, both)).toEqual(JSON.parse(message.body))
  expect(() => verify(newSecret(), message, both)).toThrow(WebhookVerificationError)
})

test.each([
  ['body', { ...message, body: '{"type":"session.completed" }' }, headers],
  ['id', message, { ...headers, 'webhook-id': 'msg_2' }],
  ['timestamp', message, { ...headers, 'webhook-timestamp': '1795348801' }],
  [
    'signature',
    message,
    { ...headers, 'webhook-signature': headers['webhook-signature']?.replace('v1,', 'v1,A') ?? '' },
  ],
  ['version of the signature', message, { ...headers, 'webhook-signature': 'v2,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlN' }],
])('a message with another %s is refused by the reference library', (_, received, given) => {
  expect(() => verify(secret, received, given)).toThrow(WebhookVerificationError)
})

test.each([
  ['old', 301],
  ['young', -301],
])('a message more than five minutes too %s is refused, so that it cannot be replayed', (_, secondsLater) => {
  expect(() => verify(secret, message, headers, secondsLater)).toThrow(/too (old|new)/)
  expect(verify(secret, message, headers, Math.sign(secondsLater) * 299)).toEqual(JSON.parse(message.body))
})

test('a message with any body is read by the reference library as it was signed', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.jsonValue({ stringUnit: 'grapheme' }), (id, value) => {
      const sent: Message = { id, sentAt: at(1795348800), body: JSON.stringify({ value }) }
      expect(verify(secret, sent, signedHeaders(sent, [secret]))).toEqual(JSON.parse(sent.body))
    }),
  )
})
