import type { ZodOpenApiResponseObject } from 'zod-openapi'
import type { DocumentedOperation } from '../accounts/documented.js'
import { type AnswerHeader, headersWith } from './headers.js'
import { takesKey } from './standard-refusals.js'

/** Describes the answer of an operation when all is well. */
export function successResponse(operation: DocumentedOperation): ZodOpenApiResponseObject {
  const content = contentOf(operation)
  return {
    description: descriptionOf(operation),
    headers: headersWith(...headersOf(operation)),
    ...(content ? { content } : {}),
  }
}

/** Describes the answer when what was to be created is there already, under the id that the caller chose. */
export function repeatResponse(operation: DocumentedOperation): ZodOpenApiResponseObject {
  const description = operation.replaces
    ? 'Replaced what was there, or it is there already with this content'
    : 'It is there already, with this id and this content'
  return { ...successResponse(operation), description }
}

function contentOf({ output, produces }: DocumentedOperation): ZodOpenApiResponseObject['content'] | null {
  if (output) return { 'application/json': { schema: output } }
  // OpenAPI 3.1 describes a file by a media type without a schema
  return produces ? { [produces]: {} } : null
}

/** Describes the answer that asks for one more step. */
export function unfinishedResponse({
  description,
  output,
}: NonNullable<DocumentedOperation['unfinished']>): ZodOpenApiResponseObject {
  return { description, headers: headersWith(), content: { 'application/json': { schema: output } } }
}

/** Describes the answer that sends a browser elsewhere. */
export function redirectResponse(description: string): ZodOpenApiResponseObject {
  const location = { type: 'string', format: 'uri-reference', maxLength: 8_192 } as const
  return { description, headers: { ...headersWith(), Location: { description, schema: location } } }
}

/** The answer when the client's copy is still current (`If-None-Match`). */
export const notModified: ZodOpenApiResponseObject = {
  description: 'Nothing has changed since the answer with this ETag',
  headers: headersWith('ETag'),
}

function descriptionOf({ http, output, produces, summary }: DocumentedOperation): string {
  if (http.status === 201) return 'Created'
  return output || produces
    ? `Done: ${summary.charAt(0).toLowerCase()}${summary.slice(1)}`
    : 'Done; there is nothing to say'
}

function headersOf(operation: DocumentedOperation): AnswerHeader[] {
  return [
    ...(operation.output ? (['ETag'] as const) : []),
    ...(operation.http.status === 201 ? (['Location'] as const) : []),
    ...(isList(operation) ? (['Link'] as const) : []),
    ...(takesKey(operation) ? (['Idempotent-Replayed'] as const) : []),
  ]
}

function isList({ input }: DocumentedOperation): boolean {
  return Object.hasOwn(input.query?.shape ?? {}, 'cursor')
}
