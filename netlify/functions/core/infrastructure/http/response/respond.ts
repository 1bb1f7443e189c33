import type { Refusal } from '#domain/refusal.js'
import { type Answer, isShared, type Operation } from '#orchestration/contract.js'
import { Download } from '#orchestration/download.js'
import { problemOf } from '../problems.js'
import { acceptedTypes } from '../request/media-types.js'
import { isKnown } from '../request/preconditions.js'
import { entityTagOf } from './entity-tag.js'
import { keptByCdn, keptByNobody } from './headers.js'

/**
 * Answers with what an operation has given: status, location, entity tag, link to the next page.
 */
export function respond(request: Request, operation: Operation, { output, replayed }: Answer): Response {
  const headers = new Headers(cacheHeaders(operation))
  if (replayed) headers.set('idempotent-replayed', 'true')
  if (output instanceof Download) return respondWithFile(headers, output)
  if (operation.output === null) return new Response(null, { status: operation.http.status, headers })
  const location = locationOf(request, operation, output)
  if (location) headers.set('location', location)
  const next = nextPage(request, output)
  if (next) headers.set('link', next)
  const text = JSON.stringify(output)
  const etag = entityTagOf(operation, output, text)
  if (etag) headers.set('etag', etag)
  if (etag && operation.kind === 'query' && isKnown(request, etag)) return new Response(null, { status: 304, headers })
  headers.set('content-type', 'application/json; charset=utf-8')
  return new Response(text, { status: operation.http.status, headers })
}

function respondWithFile(headers: Headers, { mediaType, filename, body }: Download): Response {
  headers.set('content-type', mediaType)
  headers.set('content-disposition', `attachment; filename="${filename}"`)
  return new Response(body, { headers })
}

function cacheHeaders(operation: Operation): Readonly<Record<string, string>> {
  return isShared(operation) ? keptByCdn(Object.keys(operation.input.query?.shape ?? {})) : keptByNobody
}

/**
 * Where to find what was created: below the collection that it was sent to, unless the operation
 * says otherwise.
 */
function locationOf({ url }: Request, { http, location }: Operation, output: unknown): string | null {
  if (location) return `/api/v1${location(output as never)}`
  if (http.status !== 201 || !isObject(output) || typeof output.id !== 'string') return null
  return `${new URL(url).pathname.replace(/\/$/, '')}/${output.id}`
}

function nextPage(request: Request, output: unknown): string | null {
  const page = isObject(output) ? output.page : null
  const cursor = isObject(page) ? page.nextCursor : null
  if (typeof cursor !== 'string') return null
  const url = new URL(request.url)
  url.searchParams.set('cursor', cursor)
  return `<${url.pathname}${url.search}>; rel="next"`
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

export type ProblemContext = { readonly requestId: string; readonly baseUrl: string }

/** Statuses that say when to come back, whether or not it is known. */
const passing: ReadonlySet<number> = new Set([429, 503])

/** Answers with a refusal as problem details, and with the headers that its status asks for. */
export function respondWithProblem(refusal: Refusal, { requestId, baseUrl }: ProblemContext): Response {
  const problem = problemOf(refusal, requestId, baseUrl)
  const headers = new Headers({ ...keptByNobody, 'content-type': 'application/problem+json; charset=utf-8' })
  if (refusal.replayed) headers.set('idempotent-replayed', 'true')
  const retryAfter = refusal.retryAfterSeconds ?? (passing.has(problem.status) ? 1 : null)
  if (retryAfter !== null) headers.set('retry-after', String(retryAfter))
  if (refusal.code === 'UNAUTHENTICATED') headers.set('www-authenticate', challenge(refusal))
  if (refusal.code === 'INSUFFICIENT_SCOPE') headers.set('www-authenticate', 'Bearer error="insufficient_scope"')
  if (refusal.code === 'UNSUPPORTED_MEDIA_TYPE') {
    headers.set('accept-post', acceptedTypes('POST').join(', '))
    headers.set('accept-patch', acceptedTypes('PATCH').join(', '))
  }
  return new Response(JSON.stringify(problem), { status: problem.status, headers })
}

/** RFC 6750: without credentials only the scheme is named, with bad ones the error is. */
function challenge({ detail }: Refusal): string {
  return detail === noCredentials ? 'Bearer' : 'Bearer error="invalid_token"'
}

export const noCredentials = 'Send "Authorization: Bearer <token>".'
