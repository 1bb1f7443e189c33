import type { oas31 } from 'zod-openapi'
import type { DocumentedOperation } from '../accounts/documented.js'
import { isRepeatable, takesKey } from './standard-refusals.js'

/**
 * Any text that HTTP allows in a header. A malformed value of these headers is no error; it only
 * changes the answer.
 */
const anyText = { type: 'string', maxLength: 8_192, pattern: '^[\\t\\x20-\\x7e\\x80-\\xff]*$' } as const

/** The request headers, by the name of their component. */
export const requestHeaders = {
  RequestId: {
    name: 'X-Request-Id',
    in: 'header',
    description:
      'Comes back with the answer and stands in the logs; another one is made when it is not 8 to 128 letters, digits, dots, underscores and hyphens',
    schema: { ...anyText, examples: ['app-7f3a9c21'] },
  },
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    description: 'Makes repeating safe: under the same key, the same request is done once and answered alike',
    schema: {
      type: 'string',
      minLength: 1,
      maxLength: 255,
      pattern: '^[\\x21-\\x7e]+$',
      examples: ['5f0c2b1e-log-set'],
    },
  },
  IfMatch: {
    name: 'If-Match',
    in: 'header',
    description:
      'The ETag of what is to be changed, or of a whole that contains it (of the session, for its exercises and sets), or its own version in quotes; when the version is another one by then, nothing is done (412), and the answer tells the version that there is',
    schema: {
      type: 'string',
      maxLength: 60,
      pattern: '^(\\*|"(0|[1-9]\\d{0,9})(\\.[\\w-]{1,43})?")$',
      examples: ['"3.k3J9aQXq0vT2b9eA"'],
    },
  },
  IfNoneMatch: {
    name: 'If-None-Match',
    in: 'header',
    description: 'ETags that are known already; the answer to them is 304 without a body. What is no ETag matches none',
    schema: { ...anyText, examples: ['"3.Xq0vT2b9eA"'] },
  },
  IfNoneThere: {
    name: 'If-None-Match',
    in: 'header',
    description: 'Creates, and never replaces: when something is there, nothing is done (412)',
    schema: { type: 'string', maxLength: 1, pattern: '^\\*$', examples: ['*'] },
  },
} as const satisfies Record<string, oas31.ParameterObject>

/** Refers to the headers that requests to an operation may carry. */
export function requestHeadersOf(operation: DocumentedOperation): oas31.ReferenceObject[] {
  const names: (keyof typeof requestHeaders)[] = [
    'RequestId',
    ...(takesKey(operation) ? (['IdempotencyKey'] as const) : []),
    ...(isRepeatable(operation) ? (['IfMatch'] as const) : []),
    ...(operation.kind === 'query' ? (['IfNoneMatch'] as const) : []),
    ...(operation.replaces ? (['IfNoneThere'] as const) : []),
  ]
  return names.map((name) => ({ $ref: `#/components/parameters/${name}` }))
}
