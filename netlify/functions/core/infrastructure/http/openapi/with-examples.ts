import type { oas31 } from 'zod-openapi'
import { exampleOf } from './example-of.js'

/**
 * Gives every body of the document an example, and every parameter the description of its schema.
 */
export function withExamples(document: oas31.OpenAPIObject): oas31.OpenAPIObject {
  const schemas = document.components?.schemas ?? {}
  for (const operation of operationsOf(document)) {
    for (const parameter of operation.parameters ?? []) describe(parameter)
    for (const media of mediaOf(operation)) {
      if (media.schema && !media.examples) media.example = exampleOf(media.schema, schemas)
    }
  }
  return document
}

function operationsOf({ paths = {} }: oas31.OpenAPIObject): oas31.OperationObject[] {
  const methods = ['get', 'post', 'put', 'patch', 'delete'] as const
  return Object.values(paths).flatMap((path) => methods.flatMap((method) => path[method] ?? []))
}

function mediaOf({ requestBody, responses = {} }: oas31.OperationObject): oas31.MediaTypeObject[] {
  const bodies: unknown[] = [requestBody, ...Object.values(responses)]
  return bodies.flatMap((body) => (hasContent(body) ? Object.values(body.content) : []))
}

function hasContent(body: unknown): body is { content: Record<string, oas31.MediaTypeObject> } {
  return typeof body === 'object' && body !== null && 'content' in body
}

function describe(parameter: oas31.ParameterObject | oas31.ReferenceObject): void {
  if (!('in' in parameter) || parameter.description) return
  const { schema } = parameter
  if (schema && 'description' in schema && schema.description) parameter.description = schema.description
}
