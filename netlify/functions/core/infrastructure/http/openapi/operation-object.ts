import type { ZodOpenApiOperationObject, ZodOpenApiResponsesObject } from 'zod-openapi'
import type { DocumentedOperation } from '../accounts/documented.js'
import { acceptedTypes } from '../request/media-types.js'
import { byStatus, problemResponseName } from './problem-responses.js'
import { requestHeadersOf } from './request-headers.js'
import { describeAccess, securityOf } from './security.js'
import { refusalsOf } from './standard-refusals.js'
import {
  notModified,
  redirectResponse,
  repeatResponse,
  successResponse,
  unfinishedResponse,
} from './success-response.js'
import { tagOf } from './tags.js'

const repeats =
  'Asked again with the id that you gave and the same content, it changes nothing and answers with what is there (200).'

const lag = 'What was written in the last moments may be missing.'

/** Describes an operation in the document. */
export function operationObject(operation: DocumentedOperation): ZodOpenApiOperationObject {
  const { id, summary, description, input } = operation
  return {
    operationId: operationIdOf(id),
    summary,
    description: [
      description,
      operation.existing && !operation.replaces && repeats,
      operation.toleratesLag && lag,
      describeAccess(operation),
    ]
      .filter(Boolean)
      .join(' '),
    tags: [tagOf(id)],
    security: securityOf(operation),
    requestParams: {
      ...(input.params ? { path: input.params } : {}),
      ...(input.query ? { query: input.query } : {}),
    },
    parameters: requestHeadersOf(operation),
    ...(input.body ? { requestBody: requestBodyOf(operation) } : {}),
    responses: responsesOf(operation),
  }
}

/** Writes an id as OpenAPI wants it: `sessions.logSet` becomes `sessionsLogSet`. */
export function operationIdOf(id: string): string {
  return id.replaceAll(/\.(\w)/g, (_, letter: string) => letter.toUpperCase())
}

function requestBodyOf({ http, input }: DocumentedOperation) {
  const { body } = input
  const content = Object.fromEntries(acceptedTypes(http.method).map((type) => [type, body ? { schema: body } : {}]))
  return { required: body?.safeParse({}).success !== true, content }
}

function responsesOf(operation: DocumentedOperation): ZodOpenApiResponsesObject {
  const refused = [...byStatus(refusalsOf(operation))].map(([status, codes]) => [
    status,
    { $ref: `#/components/responses/${problemResponseName(codes)}` },
  ])
  const { redirects, unfinished, output } = operation
  return {
    ...(redirects && !output ? {} : { [`${operation.http.status}`]: successResponse(operation) }),
    ...(unfinished ? { '202': unfinishedResponse(unfinished) } : {}),
    ...(redirects ? { '302': redirectResponse(redirects) } : {}),
    ...(operation.existing && operation.http.status !== 200 ? { '200': repeatResponse(operation) } : {}),
    ...(operation.kind === 'query' ? { '304': notModified } : {}),
    ...Object.fromEntries(refused),
  }
}
