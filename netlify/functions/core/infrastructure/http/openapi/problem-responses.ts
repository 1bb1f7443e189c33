import type { oas31, ZodOpenApiResponseObject } from 'zod-openapi'
import { type ProblemCode, problemOf, problems } from '../problems.js'
import { type AnswerHeader, headersWith } from './headers.js'

const exampleRequest = '0198c0de-7a11-7000-8000-000000000001'
const exampleBaseUrl = 'http://localhost:8888'

/** Groups codes by their HTTP status. */
export function byStatus(codes: readonly ProblemCode[]): Map<number, ProblemCode[]> {
  return Map.groupBy(codes, (code) => problems[code].status)
}

/** Names the component that documents these refusals; those of one status are one response. */
export function problemResponseName(codes: readonly ProblemCode[]): string {
  return codes.join('.')
}

/** Describes the response for these refusals of one status. */
export function problemResponse(status: number, codes: readonly ProblemCode[]): ZodOpenApiResponseObject {
  return {
    description: codes.map((code) => `${problems[code].title} (\`${code}\`)`).join(', or: '),
    headers: headersWith(...headersOf(status)),
    content: { 'application/problem+json': { schema: schemaOf(status, codes), examples: examplesOf(codes) } },
  }
}

function headersOf(status: number): AnswerHeader[] {
  if (status === 401 || status === 403) return ['WWW-Authenticate']
  if (status === 412) return ['ETag']
  if (status === 409 || status === 429 || status === 503) return ['Retry-After']
  return []
}

/** Narrows the problem schema to these codes. */
function schemaOf(status: number, codes: readonly ProblemCode[]): oas31.SchemaObject {
  return {
    allOf: [
      { $ref: '#/components/schemas/Problem' },
      { type: 'object', properties: { status: { const: status }, code: { type: 'string', enum: [...codes] } } },
    ],
  }
}

function examplesOf(codes: readonly ProblemCode[]): Record<string, oas31.ExampleObject> {
  return Object.fromEntries(
    codes.map((code) => {
      const { title } = problems[code]
      return [
        code,
        { summary: title, value: problemOf({ code, detail: `${title}.`, faults: [] }, exampleRequest, exampleBaseUrl) },
      ]
    }),
  )
}
