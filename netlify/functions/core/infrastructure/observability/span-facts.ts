import type { UnitOfWork } from '#database/metered.js'
import type { TraceParent } from './trace-parent.js'

/**
 * The facts of an answered request. Nothing of them identifies the athlete or repeats what was
 * sent.
 */
export type TracedRequest = {
  readonly requestId: string
  readonly operation: string | null
  /**
   * The declared path, `/api/v1/sessions/{sessionId}`: an actual address may identify the athlete.
   */
  readonly route: string | null
  readonly method: string
  readonly status: number
  /** As `performance.now()` has it. */
  readonly startedAt: number
  readonly parent: TraceParent | null
  readonly units: readonly UnitOfWork[]
}

/** The name and attributes of a span, by the semantic conventions of OpenTelemetry. */
export type SpanFacts = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string | number | string[]>>
  readonly isError: boolean
}

const knownMethods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'CONNECT'])

/**
 * Describes the span of a whole request. A refusal is no error: the caller's faults are not ours.
 */
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

/** Failures that are answers: the decision met a faster change, or a rule. */
const expected = new Set(['guard', 'constraint', 'conflict'])

/** Describes the span of one round trip to the database. */
export function databaseSpan({ statements, failure }: UnitOfWork): SpanFacts {
  const more = statements.length > namesMax ? ` +${statements.length - namesMax}` : ''
  return {
    name: `${statements.slice(0, namesMax).join(' ')}${more}`,
    attributes: {
      'db.system.name': 'postgresql',
      'calistheniq.db.statements': [...statements],
      // the conventions set the batch size only from two statements on
      ...(statements.length > 1 ? { 'db.operation.batch.size': statements.length } : {}),
      ...(failure ? { 'error.type': failure.kind } : {}),
      ...(failure?.sqlState ? { 'db.response.status_code': failure.sqlState } : {}),
    },
    isError: failure !== null && !expected.has(failure.kind),
  }
}
