import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto'
import type { Cursors } from '#orchestration/contract.js'
import { refuseRequest } from '#orchestration/request-refusal.js'

const nonceBytes = 12
const tagBytes = 16

/**
 * Makes opaque cursors: the keys, encrypted and signed (AES-256-GCM), in base64url. The seal covers
 * the purpose and the caller, so a cursor works only for its own list, filters and caller. The same
 * keys make the same cursor, so that a list keeps its entity tag: the nonce is an HMAC of all that is
 * sealed, and repeats only for the same message.
 */
export function cursorsOf(secret: string, caller: string): Cursors {
  const key = (purpose: string) => keyOf(secret, purpose)
  const boundTo = (purpose: string) => JSON.stringify([caller, purpose])
  return {
    seal: (purpose, keys) => {
      const bound = boundTo(purpose)
      const text = JSON.stringify(keys)
      const nonce = createHmac('sha256', key('cursor nonces'))
        .update(JSON.stringify([bound, text]))
        .digest()
      const cipher = createCipheriv('aes-256-gcm', key('cursors'), nonce.subarray(0, nonceBytes))
      const sealed = Buffer.concat([cipher.setAAD(Buffer.from(bound)).update(text), cipher.final()])
      return Buffer.concat([nonce.subarray(0, nonceBytes), cipher.getAuthTag(), sealed]).toString('base64url')
    },
    open: (purpose, cursor) => {
      const bytes = Buffer.from(cursor, 'base64url')
      // one value has several base64url spellings; only ours is accepted
      if (bytes.length <= nonceBytes + tagBytes || bytes.toString('base64url') !== cursor) return refuseCursor()
      const decipher = createDecipheriv('aes-256-gcm', key('cursors'), bytes.subarray(0, nonceBytes))
      decipher.setAAD(Buffer.from(boundTo(purpose))).setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes))
      return JSON.parse(opened(decipher, bytes.subarray(nonceBytes + tagBytes)))
    },
  }
}

/** A deployment has one secret, and two keys of it. */
const keysMax = 16

const keys = new Map<string, Buffer>()

/** Derives the key for a purpose from the secret, once: that takes longer than to seal a cursor. */
function keyOf(secret: string, purpose: string): Buffer {
  const name = JSON.stringify([purpose, secret])
  const known = keys.get(name)
  if (known) return known
  if (keys.size >= keysMax) keys.clear()
  const derived = Buffer.from(hkdfSync('sha256', secret, '', `calistheniq ${purpose}`, 32))
  keys.set(name, derived)
  return derived
}

function opened(decipher: ReturnType<typeof createDecipheriv>, sealed: Buffer): string {
  try {
    return Buffer.concat([decipher.update(sealed), decipher.final()]).toString()
  } catch {
    return refuseCursor()
  }
}

function refuseCursor(): never {
  return refuseRequest('INVALID_CURSOR', 'Use the cursor as it was given, with the same filters.', [
    { parameter: 'cursor', code: 'VALUE', detail: 'is not a cursor of this list, these filters and this caller' },
  ])
}
