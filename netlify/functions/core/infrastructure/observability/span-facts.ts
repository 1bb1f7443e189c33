import type { UnitOfWork } from '#database/metered.js'
import type { TraceParent } from './trace-parent.js'

/**
 * What is known of a request once it is answered; nothing of it says who the athlete is or what was
 * sent.
 */
export type TracedRequest = {
  readonly requestId: string
  readonly operation: string | null
  /** As it is declared, `/api/v1/sessions/{sessionId}`: an address itself may say who asks. */
  readonly route: string | null
  readonly method: string
  readonly status: number
  /** As `performance.now()` has it. */
  readonly startedAt: number
  readonly parent: TraceParent | null
  readonly units: readonly UnitOfWork[]
}

/** A span by its name and attributes, as the semantic conventions of OpenTelemetry name them. */
export type SpanFacts = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string | number | string[]>>
  readonly isError: boolean
}

const knownMethods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'CONNECT'])

/** The span of the whole request. A refusal is no error: the caller's faults are not ours. */
export function requestSpan({ requestId, operation, route, method, status }: TracedRequest): SpanFacts {
  const known = knownMethods.has(method) ? method : null
  const isError = status >= 500
  return {
    name: [known ?? 'HTTP', ...(route ? [route] : [])].join(' '),
    attributes: {
      'http.request.method': known ?? '_OTHER',
      'http.response.status_code': status,
      'calistheniq.request_id': requestId,
      ...(route ? { 'http.route': route } : {}),
      ...(operation ? { 'calistheniq.operation': operation } : {}),
      ...(isError ? { 'error.type': `${status}` } : {}),
    },
    isError,
  }
}

const namesMax = 5

/** Failures that are answers: what was decided met a change that was faster, or a rule. */
const expected = new Set(['guard', 'constraint', 'conflict'])

/** The span of one round trip to the database. */
export function databaseSpan({ statements, failure }: UnitOfWork): SpanFacts {
  const more = statements.length > namesMax ? ` +${statements.length - namesMax}` : ''
  return {
    name: `${statements.slice(0, namesMax).join(' ')}${more}`,
    attributes: {
      'db.system.name': 'postgresql',
      'calistheniq.db.statements': [...statements],
      // the conventions have it for two and more only
      ...(statements.length > 1 ? { 'db.operation.batch.size': statements.length } : {}),
      ...(failure ? { 'error.type': failure.kind } : {}),
      ...(failure?.sqlState ? { 'db.response.status_code': failure.sqlState } : {}),
    },
    isError: failure !== null && !expected.has(failure.kind),
  }
}
