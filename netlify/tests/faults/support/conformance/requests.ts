import fc from 'fast-check'
import { arbitraryOf, type JsonSchema } from '../requests/arbitrary-of.js'
import type { MadeUp } from './exchange.js'
import { misfitOf } from './fits.js'
import type { Documented, Parameter } from './read-document.js'

/** The parts of a request, before they are put together. */
export type Parts = {
  readonly path: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  readonly header: Readonly<Record<string, string>>
  readonly body: unknown
}

type Sample = { readonly seed: number; readonly count: number }

/** Values that only the API can give out. */
const givenOut: ReadonlySet<string> = new Set(['cursor', 'If-Match', 'If-None-Match', 'Idempotency-Key'])

/**
 * Requests that fit the document: the known one, and others around it; ids that are known are kept.
 */
export function fittingParts(operation: Documented, known: Parts, { seed, count }: Sample): Parts[] {
  const made = (schema: JsonSchema) =>
    fc.sample(arbitraryOf(schema), { numRuns: count, seed }).filter((value) => misfitOf(schema, value) === null)
  const queries = operation.parameters.filter((one) => one.in === 'query' && !givenOut.has(one.name))
  const byName = new Map(queries.map((one) => [one.name, made(one.schema)] as const))
  const bodies = operation.body ? made(operation.body.schema) : []
  const others = Array.from({ length: count }, (_, index): Parts => {
    const chosen = queries.filter(({ required }, place) => required || (index + place) % 3 === 0)
    const query = chosen.flatMap(({ name }) => {
      const value = byName.get(name)?.[index]
      return value === undefined ? [] : [[name, String(value)] as const]
    })
    const body = bodies[index % Math.max(bodies.length, 1)]
    return {
      ...known,
      query: { ...requiredOf(known, queries), ...Object.fromEntries(query) },
      body: body ?? known.body,
    }
  })
  return [known, ...others]
}

function requiredOf({ query }: Parts, parameters: readonly Parameter[]): Record<string, string> {
  const names = new Set(parameters.filter(({ required }) => required).map(({ name }) => name))
  return Object.fromEntries(Object.entries(query).filter(([name]) => names.has(name)))
}

/** Puts a request together that fits the document. */
export function requestOf({ method, path, body }: Documented, parts: Parts): MadeUp {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(parts.path[name] ?? 'x'))
  const query = new URLSearchParams(parts.query)
  const hasBody = body !== null && parts.body !== undefined
  const type = method === 'PATCH' ? 'application/merge-patch+json' : 'application/json'
  return {
    intent: 'fits the document',
    what: 'as documented',
    method,
    path: query.size > 0 ? `${filled}?${query}` : filled,
    headers: { ...(hasBody ? { 'content-type': type } : {}), ...parts.header },
    body: hasBody ? JSON.stringify(parts.body) : null,
  }
}
