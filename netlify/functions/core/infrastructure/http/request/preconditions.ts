import { createHash } from 'node:crypto'
import type { Idempotency, Operation } from '#orchestration/contract.js'
import { refuseRequest } from '#orchestration/request-refusal.js'
import type { ExpectedVersion } from '#orchestration/version-stamp.js'
import { canonicalText } from '../canonical.js'
import { isTagOf, stampIn } from '../response/entity-tag.js'
import type { ParsedInput } from './parse-input.js'

/**
 * Reads the version in `If-Match`: the number and the stamp of an entity tag (`"3.k3J9aQXq0vT2b9eA"`),
 * or the number alone (`"3"`). `*` is any version; no header gives null.
 *
 * Refuses with MALFORMED_REQUEST anything that is not one of our entity tags, also a list of tags:
 * a resource has one version.
 */
export function ifMatchOf(request: Request): ExpectedVersion | null {
  const header = request.headers.get('if-match')
  if (header === null) return null
  if (header.trim() === '*') return 'any'
  const [, version, digests] = /^"(0|[1-9]\d{0,9})(?:\.([\w-]{1,43}))?"$/.exec(header.trim()) ?? []
  if (version) return { version: Number(version), ...(digests ? { stamp: stampIn(digests) } : {}) }
  if (header.trim().startsWith('W/')) refuseWeakTag()
  return refuseRequest('MALFORMED_REQUEST', 'The If-Match header is not as it should be.', [
    {
      header: 'If-Match',
      code: 'FORMAT',
      detail: 'must be the ETag of an earlier answer, e.g. "3.k3J9aQXq0vT2b9eA", a version, e.g. "3", or *',
    },
  ])
}

function refuseWeakTag(): never {
  return refuseRequest('MALFORMED_REQUEST', 'If-Match compares strongly (RFC 9110), and a weak tag matches nothing.', [
    { header: 'If-Match', code: 'WEAK', detail: 'must be the tag without W/, e.g. "3.k3J9aQXq0vT2b9eA"' },
  ])
}

/**
 * Reads which version a request to an operation expects, from `If-Match`; where what is not there is
 * created, `If-None-Match: *` expects that nothing is there.
 *
 * Refuses with MALFORMED_REQUEST what is neither, and both at once.
 */
export function expectedVersionOf(request: Request, { replaces }: Pick<Operation, 'replaces'>): ExpectedVersion | null {
  const expected = ifMatchOf(request)
  const none = replaces ? request.headers.get('if-none-match') : null
  if (none === null) return expected
  if (none.trim() === '*' && expected === null) return { version: 0 }
  return refuseRequest('MALFORMED_REQUEST', 'The If-None-Match header is not as it should be.', [
    { header: 'If-None-Match', code: 'FORMAT', detail: 'must be *, without an If-Match beside it' },
  ])
}

/** Tells whether `If-None-Match` names this entity tag; GET compares weakly (RFC 9110). */
export function isKnown(request: Request, etag: string): boolean {
  const header = request.headers.get('if-none-match')
  if (header === null) return false
  return header.trim() === '*' || header.split(',').some((tag) => isTagOf(etag, tag.trim()))
}

/**
 * Reads the idempotency key, and makes the fingerprint of the request from its operation and parsed
 * input: another order of fields, or another spelling of an id or an instant, is the same request.
 *
 * Refuses with MALFORMED_REQUEST a key that is empty, longer than 255 characters, or not printable
 * ASCII.
 */
export function idempotencyOf(request: Request, operationId: string, input: ParsedInput): Idempotency | null {
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
  const asked = canonicalText([operationId, input])
  return { key, fingerprint: createHash('sha256').update(asked).digest('hex') }
}
