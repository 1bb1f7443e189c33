import fc from 'fast-check'
import { boundTo } from '#database/unit-of-work.js'
import type { AthleteId } from '#domain/values/id.schema.js'
import type { Operation } from '#orchestration/contract.js'
import { recipeOf } from '#tests/contract/recipes.js'
import type { TestApi, TestAthlete } from '#tests/support/api.js'
import type { FaultApi, FaultAthlete } from '../fault-api.js'
import { arbitraryOf, jsonSchemaOf } from './arbitrary-of.js'
import { objectNodes, valueAt } from './field-paths.js'

/** A request that goes well, of an athlete who has what it needs. */
export type Arranged = {
  readonly operation: Operation
  readonly athlete: FaultAthlete
  /** With the query. */
  readonly path: string
  readonly body: unknown
}

/**
 * Arranges a request to an operation by its recipe, for an athlete of its own unless one is given.
 */
export async function arrange(api: FaultApi, operation: Operation, given?: FaultAthlete): Promise<Arranged> {
  const athlete = given ?? (await api.athlete())
  const { path, body } = await recipeOf(operation.id)(athlete as TestAthlete, suiteApi(api))
  return { operation, athlete, path, body }
}

/** What recipes and readers of state use of the API that the suites have: its database, tokens and door. */
export function suiteApi({ environment, issuer, rows, send }: FaultApi): TestApi {
  const athlete = (userId: AthleteId) => boundTo(environment.database, { kind: 'athlete', userId })
  const operator = () => boundTo(environment.database, { kind: 'operator' })
  return { db: { athlete, operator, rows }, issuer, fetch: send } as unknown as TestApi
}

/** Sends an arranged request, with another path or body where one is given. */
export function sendArranged(
  { send }: Pick<FaultApi, 'send'>,
  { operation, athlete, path, body }: Arranged,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const text = body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body)
  return send(path, {
    method: operation.http.method,
    headers: {
      authorization: `Bearer ${athlete.token}`,
      ...(text === null ? {} : { 'content-type': bodyType(operation) }),
      ...headers,
    },
    body: text,
  })
}

export function bodyType({ http }: Operation): string {
  return http.method === 'PATCH' ? 'application/merge-patch+json' : 'application/json'
}

/**
 * The body, with every further field that its schema takes beside those that it has, in each of its
 * objects.
 */
export function fullBody({ input }: Operation, body: unknown, seed: number): Record<string, unknown> {
  const full: Record<string, unknown> = structuredClone({ ...(body as object | undefined) })
  if (!input.body) return full
  const schema = jsonSchemaOf(input.body)
  for (const { pointer, documented } of objectNodes(full, schema)) {
    const node = Object(valueAt(full, pointer))
    for (const [name, field] of documented) {
      if (name in node) continue
      node[name] = fc.sample(arbitraryOf(field, schema), { numRuns: 8, seed }).find((sample) => sample !== null)
      if (node[name] === undefined || !input.body.safeParse(full).success) delete node[name]
    }
  }
  return full
}
