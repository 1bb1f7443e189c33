import type { Operation } from '#orchestration/contract.js'
import type { AccountRoute } from './account-route.js'
import { accountRoutes } from './routes.js'

/** An operation that the account service answers itself, so it has no `run` of ours. */
export type DocumentedOperation = Omit<Operation, 'run'> &
  Pick<AccountRoute, 'redirects' | 'unfinished' | 'takesSessionToken' | 'takesIdempotencyKey'>

/** Describes a route of the account service as an operation. Its answers are about people, so no cache keeps them. */
export function documentedRoute(name: string, route: AccountRoute): DocumentedOperation {
  const { method, path, refusals, ...rest } = route
  return {
    id: `accounts.${name}`,
    kind: method === 'GET' ? 'query' : 'command',
    http: { method, path, status: 200 },
    access: 'public',
    uncached: true,
    // the service asks for the origin of whatever changes something
    refusals: method === 'POST' ? [...refusals, 'ORIGIN_NOT_ALLOWED'] : refusals,
    ...rest,
  }
}

/** The operations of the account service, for the OpenAPI document. */
export const documentedAccountOperations: readonly DocumentedOperation[] = Object.entries(accountRoutes).map(
  ([name, route]) => documentedRoute(name, route),
)
