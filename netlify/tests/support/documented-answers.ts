import { expect } from 'vitest'
import { ProblemDetails } from '#http/openapi/problem.schema.js'
import { refusalsOf } from '#http/openapi/standard-refusals.js'
import type { Operation } from '#orchestration/contract.js'

/** The answers that are given where no operation is reached. */
const ofNoOperation: readonly string[] = [
  ...['ROUTE_NOT_FOUND', 'METHOD_NOT_ALLOWED', 'ORIGIN_NOT_ALLOWED', 'MALFORMED_REQUEST', 'INTERNAL_ERROR'],
]

/** Headers that a status must come with. */
const headersOfStatus: Readonly<Record<number, string>> = {
  401: 'www-authenticate',
  405: 'allow',
  429: 'retry-after',
  503: 'retry-after',
}

/**
 * Fails when the OpenAPI document does not announce an answer for its operation: another status, an
 * error that is not a problem, a refusal that the operation does not declare.
 *
 * @param operation null where no operation was reached.
 */
export async function expectDocumented(method: string, operation: Operation | null, answer: Response): Promise<void> {
  if (answer.status >= 400) return expectProblem(method, operation, answer)
  const expected = operation ? successesOf(operation) : [204]
  expect(expected, `status of ${operation?.id ?? method}`).toContain(answer.status)
}

function successesOf({ http, kind, existing }: Operation): number[] {
  return [http.status, ...(kind === 'query' ? [304] : []), ...(existing ? [200] : [])]
}

async function expectProblem(method: string, operation: Operation | null, answer: Response): Promise<void> {
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
  const declared: readonly string[] = operation ? refusalsOf(operation) : ofNoOperation
  expect(declared, `refusals of ${operation?.id ?? 'the router'}; declare what it refuses: ${text}`).toContain(
    problem.data?.code,
  )
}
