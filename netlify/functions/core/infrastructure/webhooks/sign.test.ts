import { expect, test } from 'vitest'
import { keyOf, newSecret } from './secret.js'
import { signatureOf, signedHeaders } from './sign.js'

/** The vector that the libraries of Standard Webhooks are tested with. */
const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
const message = {
  id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
  sentAt: new Date(1614265330 * 1000),
  body: '{"test": 2432232314}',
}
const signature = 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE='

test('sign gives the signature of the Standard Webhooks vector', () => {
  expect(signatureOf(message, secret)).toBe(signature)
})

test('sign gives the same signature for a secret without its prefix', () => {
  expect(signatureOf(message, secret.replace('whsec_', ''))).toBe(signature)
})

test('signedHeaders gives three headers, with whole seconds', () => {
  expect(signedHeaders({ ...message, sentAt: new Date(1614265330 * 1000 + 999) }, [secret])).toEqual({
    'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    'webhook-timestamp': '1614265330',
    'webhook-signature': signature,
  })
})

test('signedHeaders gives two signatures for two secrets, the current one first', () => {
  const current = newSecret()
  const headers = signedHeaders(message, [current, secret])
  expect(headers['webhook-signature']).toBe(`${signatureOf(message, current)} ${signature}`)
})

test.each([
  ['id', { ...message, id: 'msg_other' }],
  ['timestamp', { ...message, sentAt: new Date(1614265331 * 1000) }],
  ['body', { ...message, body: '{"test":2432232314}' }],
])('sign gives another signature for another %s', (_, other) => {
  expect(signatureOf(other, secret)).not.toBe(signature)
})

test('sign takes text beyond ASCII as UTF-8', () => {
  expect(signatureOf({ ...message, body: '{"test":"Klimmzüge 💪"}' }, secret)).toMatch(/^v1,[A-Za-z0-9+/]{43}=$/)
})

test('newSecret has 32 bytes, within the 24 to 64 of the standard, and differs each time', () => {
  const secrets = Array.from({ length: 100 }, newSecret)
  expect(new Set(secrets).size).toBe(100)
  expect(new Set(secrets.map((one) => keyOf(one).length))).toEqual(new Set([32]))
  expect(secrets.every((one) => /^whsec_[A-Za-z0-9+/]{43}=$/.test(one))).toBe(true)
})

test.each(['', 'whsec_', 'whsec_not base64', 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaS'])(
  '%j is no secret, and the error does not repeat it',
  (bad) => {
    expect(() => keyOf(bad)).toThrow(/^a webhook secret is not base64$/)
  },
)
