import type { oas31 } from 'zod-openapi'

type Header = { readonly description: string; readonly schema: oas31.SchemaObject }

const seconds = (description: string, max: number): Header => ({
  description,
  schema: { type: 'integer', format: 'int32', minimum: 0, maximum: max, examples: [1] },
})

const text = (description: string, pattern: string, example: string): Header => ({
  description,
  schema: { type: 'string', maxLength: 2_000, pattern, examples: [example] },
})

/** The response headers, by the name of their component. */
export const answerHeaders = {
  'Access-Control-Allow-Origin': text(
    'The calling origin, where it is one that may call from a browser',
    '^https?://',
    'https://app.example.com',
  ),
  ETag: text(
    'Of what has a version: the version, which If-Match compares, and a digest. Else a digest alone, for If-None-Match. With 412, of the state that there is, for If-Match',
    '^"[^"]*"$',
    '"3.Xq0vT2b9eA"',
  ),
  'Idempotent-Replayed': {
    description: 'This is the kept answer to an earlier request under the same Idempotency-Key',
    schema: { type: 'string', enum: ['true'] },
  },
  Link: text('The next page of a list', '^<[^>]*>; rel="next"$', '</api/v1/exercises?cursor=eyJ...>; rel="next"'),
  Location: text(
    'The address of what was created',
    '^/api/v1/',
    '/api/v1/sessions/0198c0de-7a11-7000-8000-000000000001',
  ),
  RateLimit: text(
    'What is left of the quota that ends first, the caller\'s ("default") or that of the whole account ("account"), and the seconds until it begins anew, where one applies',
    '^"[^"]+";r=\\d+;t=\\d+$',
    '"default";r=119;t=37',
  ),
  'RateLimit-Policy': text(
    'The quota that ends first and its window in seconds, where one applies (draft-ietf-httpapi-ratelimit-headers)',
    '^"[^"]+";q=\\d+;w=\\d+$',
    '"default";q=120;w=60',
  ),
  'Retry-After': seconds('Seconds after which the same request may succeed', 86_400),
  'Server-Timing': text('What the time was spent on', '^db;', 'db;dur=1.9;desc="1 round trip", app;dur=0.8'),
  'WWW-Authenticate': text(
    'Which credentials are needed (RFC 6750, RFC 9470)',
    '^Bearer',
    'Bearer error="invalid_token"',
  ),
  'X-Request-Id': text(
    'The id of the request: the given one when it is well formed, else a new one',
    '^[A-Za-z0-9._-]{8,128}$',
    '0198c0de-7a11-7000-8000-000000000001',
  ),
} as const satisfies Record<string, Header>

export type AnswerHeader = keyof typeof answerHeaders

const onEveryAnswer: readonly AnswerHeader[] = [
  'Access-Control-Allow-Origin',
  'RateLimit',
  'RateLimit-Policy',
  'Server-Timing',
  'X-Request-Id',
]

/** Refers to the headers that every answer has, and to those given. */
export function headersWith(...more: readonly AnswerHeader[]): Record<string, oas31.ReferenceObject> {
  const names = [...onEveryAnswer, ...more].sort()
  return Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]))
}
