import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import type { Cursors } from '#orchestration/contract.js'
import { refuseRequest } from '#orchestration/request-refusal.js'

/**
 * Makes cursors of the form `keys.signature`, both base64url. The signature (HMAC-SHA-256) covers
 * the purpose and the caller, so a cursor works only for its own list, filters and caller.
 */
export function cursorsOf(secret: string, caller: string): Cursors {
  // most requests seal and open no cursor
  const key = () => Buffer.from(hkdfSync('sha256', secret, '', 'calistheniq cursors', 32))
  const sign = (purpose: string, body: string) =>
    createHmac('sha256', key())
      .update(JSON.stringify([caller, purpose, body]))
      .digest()
  return {
    seal: (purpose, keys) => {
      const body = Buffer.from(JSON.stringify(keys)).toString('base64url')
      return `${body}.${sign(purpose, body).toString('base64url')}`
    },
    open: (purpose, cursor) => {
      const [body = '', signature = '', ...rest] = cursor.split('.')
      const given = Buffer.from(signature, 'base64url')
      const expected = sign(purpose, body)
      const holds = rest.length === 0 && given.length === expected.length && timingSafeEqual(given, expected)
      // one value has several base64url spellings; only ours is accepted
      if (!holds || given.toString('base64url') !== signature) return refuseCursor()
      return JSON.parse(Buffer.from(body, 'base64url').toString())
    },
  }
}

function refuseCursor(): never {
  return refuseRequest('INVALID_CURSOR', 'Use the cursor as it was given, with the same filters.', [
    { parameter: 'cursor', code: 'VALUE', detail: 'is not a cursor of this list, these filters and this caller' },
  ])
}
