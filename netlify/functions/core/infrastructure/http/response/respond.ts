import { freshSignInSeconds } from '#domain/account/fresh-sign-in.js'
import { withIdInLowerCase } from '#domain/values/id.schema.js'
import { Written } from '#infrastructure/cache/written.js'
import { type Answer, isShared, type Operation } from '#orchestration/contract.js'
import { Download } from '#orchestration/download.js'
import { RequestRefusal, refuseRequest } from '#orchestration/request-refusal.js'
import { VersionMismatch } from '#orchestration/version-mismatch.js'
import { type AnyRefusal, problemOf } from '../problems.js'
import { acceptedTypes } from '../request/media-types.js'
import { isKnown } from '../request/preconditions.js'
import { tagOfState } from './entity-tag.js'
import { keptByCdn, keptByNobody } from './headers.js'
import { inWriting } from './in-writing.js'
import { Redirect } from './redirect.js'
import { streamOf } from './stream-of.js'
import { Unfinished } from './unfinished.js'

/**
 * Builds the response of an operation: status, location, entity tag, link to the next page.
 *
 * @param onFailure told why a file broke off while it was sent, which no status can say any more.
 */
export function respond(
  request: Request,
  operation: Operation,
  { output, replayed, existed }: Answer,
  onFailure: (error: unknown) => void,
): Response {
  const headers = new Headers(cacheHeaders(operation))
  if (replayed) headers.set('idempotent-replayed', 'true')
  if (output instanceof Download) return respondWithFile(headers, output, onFailure)
  if (output instanceof Redirect)
    return new Response(null, { status: 302, headers: { ...keptByNobody, location: output.to } })
  if (output instanceof Unfinished) return Response.json(output.output, { status: 202, headers: keptByNobody })
  if (operation.output === null) return new Response(null, { status: operation.http.status, headers })
  const location = locationOf(request, operation, output)
  if (location) headers.set('location', location)
  const { text, etag, nextCursor } = output instanceof Written ? output : inWriting(operation, output)
  if (nextCursor) headers.set('link', nextPage(request, nextCursor))
  if (etag) headers.set('etag', etag)
  if (etag && operation.kind === 'query' && isKnown(request, etag)) return new Response(null, { status: 304, headers })
  if (operation.kind === 'query') assertAnswerable(text)
  headers.set('content-type', 'application/json; charset=utf-8')
  return new Response(text, { status: existed ? 200 : operation.http.status, headers })
}

/** Bytes that the platform takes of an answer which is written at once; what is longer would be lost on the way. */
export const answerBytesMax = 6_000_000

/** Refuses with ANSWER_TOO_LARGE. A command is done when it answers, and answers with what one request may write. */
function assertAnswerable(text: string): void {
  // a character has three bytes at most
  if (text.length * 3 <= answerBytesMax || Buffer.byteLength(text) <= answerBytesMax) return
  refuseRequest(
    'ANSWER_TOO_LARGE',
    'The answer would have more than 6 MB. Ask for less: a smaller `limit`, a shorter time, fewer `fields`, nothing to `expand`; for everything begin an export with POST /me/exports.',
  )
}

function respondWithFile(
  headers: Headers,
  { mediaType, filename, chunks }: Download,
  onFailure: (error: unknown) => void,
): Response {
  headers.set('content-type', mediaType)
  headers.set('content-disposition', `attachment; filename="${filename}"`)
  return new Response(streamOf(chunks, onFailure), { headers })
}

function cacheHeaders(operation: Operation): Readonly<Record<string, string>> {
  return isShared(operation) ? keptByCdn(Object.keys(operation.input.query?.shape ?? {})) : keptByNobody
}

/**
 * Tells the address of what was created: below the collection, unless the operation says otherwise.
 */
function locationOf({ url }: Request, { http, location }: Operation, output: unknown): string | null {
  if (location) return `/api/v1${location(output as never)}`
  if (http.status !== 201 || !isObject(output) || typeof output.id !== 'string') return null
  return `${canonicalPath(new URL(url)).replace(/\/$/, '')}/${output.id}`
}

function nextPage(request: Request, cursor: string): string {
  const url = new URL(request.url)
  url.searchParams.set('cursor', cursor)
  return `<${canonicalPath(url)}${url.search}>; rel="next"`
}

/** Returns the path of a request with its ids as answers write them. */
function canonicalPath({ pathname }: URL): string {
  return pathname.split('/').map(withIdInLowerCase).join('/')
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

export type ProblemContext = { readonly requestId: string; readonly baseUrl: string }

/** Answers with a refusal as problem details, and with the headers that belong to it. */
export function respondWithProblem(refusal: AnyRefusal, { requestId, baseUrl }: ProblemContext): Response {
  const found = refusal instanceof VersionMismatch ? refusal.current : null
  const problem = { ...problemOf(refusal, requestId, baseUrl), ...(found ? { currentVersion: found.version } : {}) }
  const headers = new Headers({ ...keptByNobody, 'content-type': 'application/problem+json; charset=utf-8' })
  if (refusal instanceof RequestRefusal) {
    for (const [name, value] of Object.entries(remedyHeaders(refusal))) headers.set(name, value)
  }
  if (found) headers.set('etag', tagOfState(found))
  return new Response(JSON.stringify(problem), { status: problem.status, headers })
}

/** Adds the headers in which HTTP says how to correct the request, or when to repeat it. */
function remedyHeaders({ code, detail, retryAfterSeconds }: RequestRefusal): Record<string, string> {
  switch (code) {
    case 'UNAUTHENTICATED':
      // RFC 6750: without credentials only the scheme is named, with bad ones the error is
      return { 'www-authenticate': detail === noCredentials ? 'Bearer' : 'Bearer error="invalid_token"' }
    case 'WRONG_CREDENTIALS':
      return { 'www-authenticate': 'Bearer' }
    case 'INSUFFICIENT_SCOPE':
      return { 'www-authenticate': 'Bearer error="insufficient_scope"' }
    case 'FRESH_SIGN_IN_NEEDED':
      return { 'www-authenticate': stepUp }
    case 'UNSUPPORTED_MEDIA_TYPE':
      return { 'accept-post': acceptedTypes('POST').join(', '), 'accept-patch': acceptedTypes('PATCH').join(', ') }
    case 'RATE_LIMITED':
    case 'SERVICE_UNAVAILABLE':
      return { 'retry-after': String(retryAfterSeconds ?? 1) }
    default:
      return retryAfterSeconds === null ? {} : { 'retry-after': String(retryAfterSeconds) }
  }
}

/** The challenge of RFC 9470, 3. */
const stepUp = [
  'Bearer error="insufficient_user_authentication"',
  'error_description="More recent authentication is required"',
  `max_age="${freshSignInSeconds}"`,
].join(', ')

export const noCredentials = 'Send "Authorization: Bearer <token>".'
