import { libraryTag } from '#infrastructure/cache/purge-cdn.js'
import { isAllowedOrigin, type Origins } from '#infrastructure/config/origins.js'

/**
 * Headers of every answer. Netlify's header files do not apply to functions, so they are set here.
 */
export const securityHeaders: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
}

/** Headers that scripts in a browser may read, besides those that every script may. */
const exposedHeaders = [
  ...['ETag', 'Location', 'Link', 'Content-Disposition', 'X-Request-Id', 'Idempotent-Replayed', 'Server-Timing'],
  ...['RateLimit', 'RateLimit-Policy', 'Retry-After', 'WWW-Authenticate', 'Allow', 'Accept-Post', 'Accept-Patch'],
].join(', ')

/** Headers that the API reads, and that scripts need leave to send. */
const allowedHeaders =
  'Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match, X-Request-Id, Traceparent'

/**
 * Allows the configured origins, and no others, to call from a browser. Credentials are bearer
 * tokens, so cookies are not allowed.
 */
export function corsHeaders(request: Request, origins: Origins): Record<string, string> {
  const origin = request.headers.get('origin')
  if (origin === null || !isAllowedOrigin(origin, origins)) return { vary: 'Origin' }
  return {
    vary: 'Origin',
    'access-control-allow-origin': origin,
    'access-control-expose-headers': exposedHeaders,
    ...(request.method === 'OPTIONS'
      ? {
          'access-control-allow-methods': 'GET, HEAD, POST, PUT, PATCH, DELETE',
          'access-control-allow-headers': allowedHeaders,
          'access-control-max-age': '7200',
        }
      : {}),
  }
}

/** Forbids caching: for answers about a person, and for errors. */
export const keptByNobody: Readonly<Record<string, string>> = {
  'cache-control': 'private, no-store',
  'netlify-cdn-cache-control': 'private, no-store',
}

/** CORS headers name one origin; without this, the CDN would serve them to another. */
const variesByOrigin = 'header=Origin'

/**
 * Caching of the public library: browsers ask again every time; the CDN keeps it for a day and
 * serves it stale while it revalidates.
 */
export function keptByCdn(queryParameters: readonly string[]): Record<string, string> {
  return {
    'cache-control': 'public, max-age=0, must-revalidate',
    'netlify-cdn-cache-control': 'public, durable, s-maxage=86400, stale-while-revalidate=604800',
    'netlify-cache-tag': libraryTag,
    'netlify-vary': [
      ...(queryParameters.length > 0 ? [`query=${queryParameters.join('|')}`] : []),
      variesByOrigin,
    ].join(','),
  }
}
