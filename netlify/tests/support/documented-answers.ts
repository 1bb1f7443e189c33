import { expect } from 'vitest'
import type { Endpoint } from '#http/endpoint.js'
import { ProblemDetails } from '#orchestration/openapi/problem.schema.js'
import { refusalsOf } from '#orchestration/openapi/standard-refusals.js'

/** What is answered where no operation is reached. */
const ofNoOperation: readonly string[] = [
  ...['ROUTE_NOT_FOUND', 'METHOD_NOT_ALLOWED', 'MALFORMED_REQUEST', 'INTERNAL_ERROR'],
]

/** Headers that a status must come with. */
const headersOfStatus: Readonly<Record<number, string>> = {
  401: 'www-authenticate',
  405: 'allow',
  429: 'retry-after',
  503: 'retry-after',
}

/**
 * Fails when an answer is not one that the OpenAPI document announces for its operation: another
 * status, an error that is no problem of ours, a refusal that the operation does not declare.
 *
 * @param endpoint null where no operation was reached.
 */
export async function expectDocumented(method: string, endpoint: Endpoint | null, answer: Response): Promise<void> {
  if (answer.status >= 400) return expectProblem(method, endpoint, answer)
  const expected = endpoint ? [endpoint.http.status, ...(endpoint.kind === 'query' ? [304] : [])] : [204]
  expect(expected, `status of ${endpoint?.id ?? method}`).toContain(answer.status)
}

async function expectProblem(method: string, endpoint: Endpoint | null, answer: Response): Promise<void> {
  expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
  expect(answer.headers.get('cache-control')).toBe('private, no-store')
  const header = headersOfStatus[answer.status]
  if (header) expect(answer.headers.has(header), `${header} with ${answer.status}`).toBe(true)
  if (method === 'HEAD') return
  const text = await answer.text()
  const problem = ProblemDetails.safeParse(JSON.parse(text))
  expect(problem.error, `no problem of ours: ${text}`).toBeUndefined()
  expect(problem.data?.status).toBe(answer.status)
  expect(problem.data?.instance).toBe(`urn:request:${answer.headers.get('x-request-id')}`)
  const declared: readonly string[] = endpoint ? refusalsOf(endpoint) : ofNoOperation
  expect(declared, `refusals of ${endpoint?.id ?? 'the router'}; declare what it refuses: ${text}`).toContain(
    problem.data?.code,
  )
}
