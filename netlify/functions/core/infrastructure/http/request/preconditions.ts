import { createHash } from 'node:crypto'
import type { Idempotency } from '#orchestration/contract.js'
import { refuseRequest } from '#orchestration/request-refusal.js'

/**
 * Reads the version in `If-Match`: `"3"` is 3, and so is `"3.Xq0vT2b9eA"`, whose digest only tells
 * answers apart. `*` or no header gives null.
 *
 * Refuses with MALFORMED_REQUEST anything that is not one of our entity tags, also a list of tags:
 * a resource has one version.
 */
export function ifMatchOf(request: Request): number | null {
  const header = request.headers.get('if-match')
  if (header === null || header.trim() === '*') return null
  const version = /^"(0|[1-9]\d{0,9})(?:\.[\w-]{1,43})?"$/.exec(header.trim())?.[1]
  if (version) return Number(version)
  return refuseRequest('MALFORMED_REQUEST', 'The If-Match header is not as it should be.', [
    { header: 'If-Match', code: 'FORMAT', detail: 'must be the ETag of an earlier answer, e.g. "3.Xq0vT2b9eA", or *' },
  ])
}

/** Tells whether `If-None-Match` names this entity tag; GET compares weakly (RFC 9110). */
export function isKnown(request: Request, etag: string): boolean {
  const header = request.headers.get('if-none-match')
  if (header === null) return false
  return header.trim() === '*' || header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag)
}

/**
 * Reads the idempotency key and the fingerprint of the request: method, path and body.
 *
 * Refuses with MALFORMED_REQUEST a key that is empty, longer than 255 characters, or not printable
 * ASCII.
 */
export function idempotencyOf(request: Request, bodyText: string | null): Idempotency | null {
  const header = request.headers.get('idempotency-key')
  if (header === null) return null
  // the draft wants a quoted string, and most clients send it bare
  const key = /^"(.*)"$/.exec(header)?.[1] ?? header
  if (!/^[\x21-\x7e]{1,255}$/.test(key)) {
    refuseRequest('MALFORMED_REQUEST', 'The Idempotency-Key header is not as it should be.', [
      {
        header: 'Idempotency-Key',
        code: 'FORMAT',
        detail: 'must be 1 to 255 printable ASCII characters without spaces',
      },
    ])
  }
  const { pathname, search } = new URL(request.url)
  const asked = [request.method, pathname + search, bodyText ?? ''].join('\n')
  return { key, fingerprint: createHash('sha256').update(asked).digest('hex') }
}
