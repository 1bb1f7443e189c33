import { createDecipheriv, hkdfSync, randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { idOf } from '#tests/support/ids.js'
import { newSecret } from './secret.js'
import { secretBox } from './secret-box.js'

const authSecret = 'a secret that only tests know, long enough'
const box = secretBox(authSecret)
const id = idOf.webhook(randomUUID())

test('secretBox opens for an endpoint what it sealed for it', () => {
  const secret = newSecret()
  expect(secretBox(authSecret).open(box.seal(secret, id), id)).toBe(secret)
})

test('secretBox hides the secret, and seals it differently each time', () => {
  const secret = newSecret()
  const sealed = Array.from({ length: 50 }, () => box.seal(secret, id))
  expect(new Set(sealed).size).toBe(50)
  for (const text of sealed) {
    expect(text).toMatch(/^v1\.[A-Za-z0-9_-]{104}$/)
    expect(Buffer.from(text.slice(3), 'base64url').toString('latin1')).not.toContain(secret.slice(6))
  }
})

test('secretBox uses AES-256-GCM under HKDF-SHA-256, nonce first and tag last', () => {
  const secret = newSecret()
  const bytes = Buffer.from(box.seal(secret, id).slice(3), 'base64url')
  const key = Buffer.from(hkdfSync('sha256', authSecret, '', 'calistheniq webhook secrets v1', 32))
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
  decipher.setAAD(Buffer.from(id)).setAuthTag(bytes.subarray(-16))
  expect(decipher.update(bytes.subarray(12, -16)).toString() + decipher.final().toString()).toBe(secret)
})

test('secretBox does not open with another AUTH_SECRET', () => {
  expect(secretBox('another secret, which is long enough too').open(box.seal(newSecret(), id), id)).toBeNull()
})

test('secretBox does not open for another endpoint', () => {
  expect(box.open(box.seal(newSecret(), id), idOf.webhook(randomUUID()))).toBeNull()
})

test('secretBox does not open when any bit has changed', () => {
  const bytes = Buffer.from(box.seal(newSecret(), id).slice(3), 'base64url')
  for (let bit = 0; bit < bytes.length * 8; bit += 1) {
    const changed = Buffer.from(bytes)
    changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    expect(box.open(`v1.${changed.toString('base64url')}`, id), `bit ${bit}`).toBeNull()
  }
})

test.each(['', 'v1', 'v1.', 'v1.AAAA', 'v1.AAAA.BBBB', 'v0.AAAA', 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', '\u0000'])(
  '%j opens to nothing, and throws nothing',
  (text) => expect(box.open(text, id)).toBeNull(),
)

test('secretBox does not take a text of another version for one of its own', () => {
  expect(box.open(box.seal(newSecret(), id).replace('v1.', 'v2.'), id)).toBeNull()
})
