import { SignIn } from '#domain/account/credentials.schema.js'
import { accountPool } from '#infrastructure/auth/account-pool.js'
import type { AccountTrail } from '#infrastructure/auth/account-trail.js'
import { type AccountService, accountService } from '#infrastructure/auth/better-auth.js'
import type { Operation, RequestContext } from '#orchestration/contract.js'
import { RequestRefusal } from '#orchestration/request-refusal.js'
import { environment as deployment, type Environment } from '../environment.js'
import { keptByNobody } from '../response/headers.js'
import { accountTrail } from '../security-trail.js'
import { serve } from '../serve.js'
import type { Platform } from '../trace.js'
import { callService } from './call-service.js'
import { documentedAccountOperations } from './documented.js'
import { type AccountRoute, accountRoutes } from './routes.js'

/** What the platform says about the caller; the rate limits count by its address. */
export type Caller = Platform & { readonly ip: string }

/**
 * Cache time of the signing keys. Keys live for 90 days and a new one signs at once, so other
 * services must not hold on to an old list for long.
 */
const keptForMinutes = { 'cache-control': 'public, max-age=300', 'netlify-cdn-cache-control': 'public, s-maxage=300' }

/**
 * Serves the account service over HTTP, with the same parsing, refusals and headers as every
 * operation.
 */
export function serveAccounts(environmentOf: () => Environment = deployment) {
  const trail = once(() => accountTrail(environmentOf()))
  const service = once(() => serviceOf(environmentOf(), trail()))
  return async (request: Request, caller: Caller): Promise<Response> => {
    const cookies: string[] = []
    const operations = documentedAccountOperations.map((documented): Operation => {
      const route = routeOf(documented.http.path)
      const run = async ({ requestId, deadline }: RequestContext, { body }: { body: unknown }) => {
        const asked = callService(service(), { route, body, request, clientAddress: caller.ip, requestId })
        const noted = asked.catch((error: unknown) => noteFailure(trail(), route, { body, requestId, error }))
        const answer = await deadline.within(noted)
        cookies.push(...answer.headers.getSetCookie())
        return { output: await answer.json(), replayed: false }
      }
      return { ...documented, run }
    })
    return withHeaders(await serve(operations, environmentOf)(request, caller), request, cookies)
  }
}

function serviceOf({ config }: Environment, trail: AccountTrail): AccountService {
  return accountService(accountPool(config.database.url), config, trail)
}

type Failed = { readonly body: unknown; readonly requestId: string; readonly error: unknown }

/** Notes a failed sign-in in the security log, and rethrows. */
async function noteFailure(trail: AccountTrail, route: AccountRoute, failed: Failed): Promise<never> {
  const { body, requestId, error } = failed
  const isSignIn = route.path === accountRoutes.signIn.path
  if (isSignIn && error instanceof RequestRefusal && error.code === 'UNAUTHENTICATED') {
    await trail.signInFailed(SignIn.parse(body).email, requestId)
  }
  throw error
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
