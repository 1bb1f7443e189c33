import type { Endpoint } from '../../../functions/core/infrastructure/http/endpoint.js'
import { ProblemDetails } from '../../../functions/core/orchestration/openapi/problem.schema.js'
import { refusalsOf } from '../../../functions/core/orchestration/openapi/standard-refusals.js'

/** What is wrong with an answer by the document of its operation, or null. */
export function faultOfAnswer(endpoint: Endpoint, { status, headers }: Response, text: string): string | null {
  if (status >= 500) return 'a server error'
  if (status < 400) return faultOfSuccess(endpoint, status, text)
  if (headers.get('content-type') !== 'application/problem+json; charset=utf-8') return 'no problem+json'
  const problem = ProblemDetails.safeParse(JSON.parse(text))
  if (!problem.success) return `no problem of ours: ${problem.error.message}`
  if (problem.data.status !== status) return 'the status in the body is another one'
  const declared: readonly string[] = refusalsOf(endpoint)
  return declared.includes(problem.data.code) ? null : `${problem.data.code} is not declared`
}

function faultOfSuccess({ http, output, produces }: Endpoint, status: number, text: string): string | null {
  if (status !== http.status) return `documented is ${http.status}`
  if (produces) return null
  if (output === null) return text === '' ? null : 'a body where there is none'
  const parsed = output.safeParse(JSON.parse(text))
  return parsed.success ? null : `off its schema: ${parsed.error.message}`
}
