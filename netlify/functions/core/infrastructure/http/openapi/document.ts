import { createDocument, type oas31, type ZodOpenApiPathsObject, type ZodOpenApiResponseObject } from 'zod-openapi'
import type { DocumentedOperation } from '../accounts/documented.js'
import { apiName, apiVersion } from './api-info.js'
import { answerHeaders } from './headers.js'
import { tidyNullable } from './nullable.js'
import { operationObject } from './operation-object.js'
import { ProblemDetails } from './problem.schema.js'
import { byStatus, problemResponse, problemResponseName } from './problem-responses.js'
import { requestHeaders } from './request-headers.js'
import { completeSchema } from './schema-limits.js'
import { securitySchemes } from './security.js'
import { refusalsOf } from './standard-refusals.js'
import { tagsOf } from './tags.js'
import { tidyReferences } from './tidy-references.js'
import { withExamples } from './with-examples.js'

/** Writes the OpenAPI 3.1 document of these operations. */
export function openApiDocument(operations: readonly DocumentedOperation[]): oas31.OpenAPIObject {
  const document = createDocument(
    {
      openapi: '3.1.1',
      info,
      servers: [{ url: '/api/v1', description: 'Production: where this document was read', 'x-internal': false }],
      tags: tagsOf(operations.map(({ id }) => id)),
      paths: pathsOf(operations),
      components: {
        headers: answerHeaders,
        parameters: requestHeaders,
        responses: problemResponsesOf(operations),
        schemas: { Problem: ProblemDetails },
        securitySchemes,
      },
    },
    { override: completeSchema },
  )
  return withExamples(tidyNullable(tidyReferences(document)))
}

const info: oas31.InfoObject = {
  title: apiName,
  version: apiVersion,
  description:
    "The training backend for calisthenics: an exercise library that forms a skill graph, an athlete's levels, sessions logged set by set, and decisions about what " +
    'to do next that can be explained.',
  contact: { name: 'CalisthenIQ' },
  license: { name: 'MIT', identifier: 'MIT' },
}

function pathsOf(operations: readonly DocumentedOperation[]): ZodOpenApiPathsObject {
  const paths: ZodOpenApiPathsObject = {}
  for (const operation of operations) {
    const { path, method } = operation.http
    paths[path] = { ...paths[path], [method.toLowerCase()]: operationObject(operation) }
  }
  return paths
}

/** Collects the error responses; operations with the same refusals share one. */
function problemResponsesOf(operations: readonly DocumentedOperation[]): Record<string, ZodOpenApiResponseObject> {
  const refused = operations.flatMap((operation) => [...byStatus(refusalsOf(operation))])
  return Object.fromEntries(
    refused.map(([status, codes]) => [problemResponseName(codes), problemResponse(status, codes)]),
  )
}
