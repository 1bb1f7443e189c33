import type { ZodOpenApiOperationObject, ZodOpenApiResponsesObject } from 'zod-openapi'
import { acceptedTypes } from '#http/request/media-types.js'
import type { DocumentedEndpoint } from '#orchestration/accounts/documented.js'
import { byStatus, problemResponseName } from './problem-responses.js'
import { requestHeadersOf } from './request-headers.js'
import { describeAccess, securityOf } from './security.js'
import { refusalsOf } from './standard-refusals.js'
import { notModified, successResponse } from './success-response.js'
import { tagOf } from './tags.js'

/** An operation as the document describes it. */
export function operationObject(endpoint: DocumentedEndpoint): ZodOpenApiOperationObject {
  const { id, summary, description, input } = endpoint
  return {
    operationId: operationIdOf(id),
    summary,
    description: [description, describeAccess(endpoint)].filter(Boolean).join(' '),
    tags: [tagOf(id)],
    security: securityOf(endpoint),
    requestParams: {
      ...(input.params ? { path: input.params } : {}),
      ...(input.query ? { query: input.query } : {}),
    },
    parameters: requestHeadersOf(endpoint),
    ...(input.body ? { requestBody: requestBodyOf(endpoint) } : {}),
    responses: responsesOf(endpoint),
  }
}

/** `sessions.logSet` is `sessionsLogSet`. */
export function operationIdOf(id: string): string {
  return id.replaceAll(/\.(\w)/g, (_, letter: string) => letter.toUpperCase())
}

function requestBodyOf({ http, input }: DocumentedEndpoint) {
  const { body } = input
  const content = Object.fromEntries(acceptedTypes(http.method).map((type) => [type, body ? { schema: body } : {}]))
  return { required: body?.safeParse({}).success !== true, content }
}

function responsesOf(endpoint: DocumentedEndpoint): ZodOpenApiResponsesObject {
  const refused = [...byStatus(refusalsOf(endpoint))].map(([status, codes]) => [
    status,
    { $ref: `#/components/responses/${problemResponseName(codes)}` },
  ])
  return {
    [`${endpoint.http.status}`]: successResponse(endpoint),
    ...(endpoint.kind === 'query' ? { '304': notModified } : {}),
    ...Object.fromEntries(refused),
  }
}
