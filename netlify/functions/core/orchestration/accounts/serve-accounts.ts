import { accountPool } from '../../infrastructure/auth/account-pool.js'
import { type AccountService, accountService } from '../../infrastructure/auth/better-auth.js'
import { callService } from '../../infrastructure/auth/call-service.js'
import { type AccountRoute, accountRoutes } from '../../infrastructure/auth/routes.js'
import type { Endpoint } from '../../infrastructure/http/endpoint.js'
import { environment as deployment, type Environment } from '../../infrastructure/http/environment.js'
import { keptByNobody } from '../../infrastructure/http/response/headers.js'
import { serve } from '../../infrastructure/http/serve.js'
import { documentedAccountEndpoints } from './documented.js'

/** The platform's word on who calls; attempts are counted by address. */
export type Caller = { readonly ip: string }

/** Keys live for 90 days, and a new one signs at once: services of others must not hold on to the old list for long. */
const keptForMinutes = { 'cache-control': 'public, max-age=300', 'netlify-cdn-cache-control': 'public, s-maxage=300' }

/**
 * Serves the account service over HTTP: the same reading, refusing and headers as everywhere, its own answers.
 *
 * Session tokens are its own affair, so no access token is looked for here.
 */
export function serveAccounts(environmentOf: () => Environment = deployment) {
  const service = once(() => serviceOf(environmentOf()))
  const withoutTokens = once((): Environment => ({ ...environmentOf(), authenticate: async () => null }))
  return async (request: Request, { ip }: Caller): Promise<Response> => {
    const cookies: string[] = []
    const endpoints = documentedAccountEndpoints.map((documented): Endpoint => {
      const route = routeOf(documented.http.path)
      const run = async (_: unknown, { body }: { body: unknown }) => {
        const answer = await callService(service(), { route, body, request, clientAddress: ip })
        cookies.push(...answer.headers.getSetCookie())
        return { output: await answer.json(), replayed: false }
      }
      return { ...documented, run }
    })
    return withHeaders(await serve(endpoints, withoutTokens)(request), request, cookies)
  }
}

function serviceOf({ config }: Environment): AccountService {
  return accountService(accountPool(config.database.url), config)
}

function routeOf(path: string): AccountRoute {
  const route = Object.values(accountRoutes).find((known) => known.path === path)
  if (!route) throw new Error(`${path} is no path of the account service`)
  return route
}

function withHeaders(response: Response, { url }: Request, cookies: readonly string[]): Response {
  const isKeys = response.ok && new URL(url).pathname.endsWith(accountRoutes.keys.path)
  for (const [name, value] of Object.entries(isKeys ? keptForMinutes : keptByNobody)) response.headers.set(name, value)
  response.headers.delete('netlify-cache-tag')
  for (const cookie of cookies) response.headers.append('set-cookie', cookie)
  return response
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
