import type { ZodOpenApiResponseObject } from 'zod-openapi'
import type { DocumentedEndpoint } from '#orchestration/accounts/documented.js'
import { type AnswerHeader, headersWith } from './headers.js'
import { isRepeatable } from './standard-refusals.js'

/** The answer of an operation when all is well. */
export function successResponse(endpoint: DocumentedEndpoint): ZodOpenApiResponseObject {
  const content = contentOf(endpoint)
  return {
    description: descriptionOf(endpoint),
    headers: headersWith(...headersOf(endpoint)),
    ...(content ? { content } : {}),
  }
}

function contentOf({ output, produces }: DocumentedEndpoint): ZodOpenApiResponseObject['content'] | null {
  if (output) return { 'application/json': { schema: output } }
  // a file: in OpenAPI 3.1 that is a media type without a schema
  return produces ? { [produces]: {} } : null
}

/** The answer to who knows it already (`If-None-Match`). */
export const notModified: ZodOpenApiResponseObject = {
  description: 'Nothing has changed since the answer with this ETag',
  headers: headersWith('ETag'),
}

function descriptionOf({ http, output, produces, summary }: DocumentedEndpoint): string {
  if (http.status === 201) return 'Created'
  return output || produces
    ? `Done: ${summary.charAt(0).toLowerCase()}${summary.slice(1)}`
    : 'Done; there is nothing to say'
}

function headersOf(endpoint: DocumentedEndpoint): AnswerHeader[] {
  return [
    ...(endpoint.output ? (['ETag'] as const) : []),
    ...(endpoint.http.status === 201 ? (['Location'] as const) : []),
    ...(isList(endpoint) ? (['Link'] as const) : []),
    ...(isRepeatable(endpoint) ? (['Idempotent-Replayed'] as const) : []),
  ]
}

function isList({ input }: DocumentedEndpoint): boolean {
  return Object.hasOwn(input.query?.shape ?? {}, 'cursor')
}
