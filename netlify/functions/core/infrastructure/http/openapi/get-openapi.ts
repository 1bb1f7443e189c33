import * as z from 'zod'
import type { Operation } from '#orchestration/contract.js'
import { query } from '#orchestration/operation.js'
import type { DocumentedOperation } from '../accounts/documented.js'

const OpenApiDocument = z
  .looseObject({
    openapi: z
      .string()
      .max(10)
      .regex(/^3\.1\.\d+$/)
      .meta({ description: 'The version of OpenAPI', example: '3.1.1' }),
  })
  .meta({ id: 'OpenApiDocument', description: 'An OpenAPI 3.1 document', example: { openapi: '3.1.1' } })

/**
 * Makes the operation that serves the document.
 *
 * @param documented returns the documented operations. This operation is one of them, so it is
 * called only when the document is requested.
 */
export function getOpenApi(documented: () => readonly DocumentedOperation[]): Operation {
  let made: z.output<typeof OpenApiDocument> | undefined
  return query({
    id: 'openapi.get',
    http: { method: 'GET', path: '/openapi.json', status: 200 },
    summary: 'Get the OpenAPI document of this API',
    access: 'public',
    input: {},
    output: OpenApiDocument,
    refusals: [],
    run: async () => {
      // loaded on demand: other functions need no code that writes the document
      const { openApiDocument } = await import('./document.js')
      made ??= OpenApiDocument.parse(openApiDocument(documented()))
      return made
    },
  })
}
