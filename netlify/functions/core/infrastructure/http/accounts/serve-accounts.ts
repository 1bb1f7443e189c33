import type { AccountParts } from '#infrastructure/auth/account-parts.js'
import { accountPool } from '#infrastructure/auth/account-pool.js'
import type { AccountTrail } from '#infrastructure/auth/account-trail.js'
import { withLater } from '#infrastructure/auth/behind-the-answer.js'
import { type AccountService, accountService } from '#infrastructure/auth/better-auth.js'
import type { Idempotency, Operation, RequestContext } from '#orchestration/contract.js'
import { environment as deployment, type Environment } from '../environment.js'
import { keptByNobody } from '../response/headers.js'
import { Redirect } from '../response/redirect.js'
import { accountTrail } from '../security-trail.js'
import { serve } from '../serve.js'
import type { Platform } from '../trace.js'
import type { AccountCall } from './account-call.js'
import type { AccountInput, AccountRoute } from './account-route.js'
import { askNoting } from './ask-noting.js'
import { redirectOf } from './call-service.js'
import { documentedRoute } from './documented.js'
import { repeatableSignUp } from './repeatable-sign-up.js'
import { accountRoutes } from './routes.js'

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
    const operations = Object.entries<AccountRoute>(accountRoutes).map(([name, route]): Operation => {
      const run = async ({ requestId, deadline, idempotency }: RequestContext, input: AccountInput) => {
        const call = { route, input, request, clientAddress: caller.ip, requestId }
        const answering = withLater(caller.waitUntil, () => answerTo(service(), trail(), { call, idempotency }))
        const { answer, replayed } = await deadline.within(answering)
        cookies.push(...answer.headers.getSetCookie())
        return { output: await outputOf(answer), replayed }
      }
      return { ...documentedRoute(name, route), run }
    })
    return withHeaders(await serve(operations, environmentOf)(request, caller), request, cookies)
  }
}

function serviceOf(environment: Environment, trail: AccountTrail): AccountService {
  const { config } = environment
  return accountService(accountPool(config.database.url), config, { trail, ...mailOf(environment) })
}

/** A mail that cannot be sent fails no caller; the log says so. */
function mailOf({ mail, log }: Environment): Pick<AccountParts, 'mail'> {
  const notSent = (error: unknown) => log.warning('A mail could not be sent', error)
  return mail ? { mail: (one) => mail(one).catch(notSent) } : {}
}

type Asked = { readonly call: AccountCall; readonly idempotency: Idempotency | null }

async function answerTo(service: AccountService, trail: AccountTrail, { call, idempotency }: Asked) {
  const ask = askNoting(service, trail)
  return call.route === accountRoutes.signUp && idempotency
    ? repeatableSignUp(service, ask, { call, key: idempotency.key })
    : { answer: await ask(call), replayed: false }
}

async function outputOf(answer: Response): Promise<unknown> {
  const to = redirectOf(answer)
  return to === null ? answer.json() : new Redirect(to)
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
