import * as z from 'zod'
import { SignUp } from '#domain/account/credentials.schema.js'
import type { AccountParts } from '#infrastructure/auth/account-parts.js'
import { accountPool } from '#infrastructure/auth/account-pool.js'
import type { AccountTrail } from '#infrastructure/auth/account-trail.js'
import { withLater } from '#infrastructure/auth/behind-the-answer.js'
import { type AccountService, accountService } from '#infrastructure/auth/better-auth.js'
import { createMail } from '#infrastructure/mail/create-mail.js'
import type { Operation, RequestContext } from '#orchestration/contract.js'
import { environment as deployment, type Environment } from '../environment.js'
import { keptByNobody } from '../response/headers.js'
import { Redirect } from '../response/redirect.js'
import { Unfinished } from '../response/unfinished.js'
import { accountTrail } from '../security-trail.js'
import { serve } from '../serve.js'
import type { Platform } from '../trace.js'
import type { AccountCall } from './account-call.js'
import type { AccountInput, AccountRoute } from './account-route.js'
import { askNoting } from './ask-noting.js'
import { redirectOf } from './call-service.js'
import { documentedRoute } from './documented.js'
import { giveConsents } from './give-consents.js'
import { isPostedBack, postedAsAddress } from './posted-back.js'
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
  const services = once(() => servicesOf(environmentOf(), trail()))
  return async (sent: Request, caller: Caller): Promise<Response> => {
    const request = isPostedBack(sent) ? await postedAsAddress(sent) : sent
    const cookies: string[] = []
    const operations = Object.entries<AccountRoute>(accountRoutes).map(([name, route]): Operation => {
      const run = async (context: RequestContext, input: AccountInput) => {
        const { requestId, deadline } = context
        const call = { route, input, request, clientAddress: caller.ip, requestId }
        const answering = withLater(caller.waitUntil, () =>
          answerTo({ service: services()(route), trail: trail(), environment: environmentOf() }, { call, context }),
        )
        const { answer, replayed } = await deadline.within(answering)
        cookies.push(...answer.headers.getSetCookie().filter(isOfSession))
        return { output: await outputOf(answer), replayed }
      }
      return { ...documentedRoute(name, route), run }
    })
    return withHeaders(await serve(operations, environmentOf)(request, caller), request, cookies)
  }
}

/**
 * Makes the account service twice: the one that asks providers reads what they can from them when it
 * begins, and whoever signs in otherwise must not wait for that.
 */
function servicesOf(environment: Environment, trail: AccountTrail): (route: AccountRoute) => AccountService {
  const { config } = environment
  const pool = accountPool(config.database.url)
  const parts = { trail, ...mailOf(environment) }
  const asking = once(() => accountService(pool, config, { ...parts, asksProviders: true }))
  const other = once(() => accountService(pool, config, parts))
  return ({ asksProviders }) => (asksProviders ? asking() : other())
}

/** A mail that cannot be sent fails no caller; the log says so. */
function mailOf({ config, log, mail = createMail(config.mail) }: Environment): Pick<AccountParts, 'mail'> {
  const notSent = (error: unknown) => log.warning('A mail could not be sent', error)
  return mail ? { mail: (one) => mail(one).catch(notSent) } : {}
}

type Parts = {
  readonly service: AccountService
  readonly trail: AccountTrail
  readonly environment: Environment
}

type Asked = { readonly call: AccountCall; readonly context: RequestContext }

async function answerTo({ service, trail, environment }: Parts, { call, context }: Asked) {
  const ask = askNoting(service, trail)
  if (call.route !== accountRoutes.signUp) return { answer: await ask(call), replayed: false }
  const { consents = [] } = SignUp.parse(call.input.body)
  const { idempotency } = context
  const answered = idempotency
    ? await repeatableSignUp(service, ask, { call, key: idempotency.key })
    : { answer: await ask(call), replayed: false }
  await giveConsents(environment, context, { answer: answered.answer, consents })
  return answered
}

async function outputOf(answer: Response): Promise<unknown> {
  const to = redirectOf(answer)
  if (to !== null) return new Redirect(to)
  const body: unknown = await answer.json()
  if (answer.status === 202) return new Unfinished(body)
  const waiting = WithoutSession.safeParse(body)
  return waiting.success ? new Unfinished({ user: waiting.data.user }) : body
}

/** Challenges and states travel in bodies and addresses, so no other cookie of the service is handed on. */
function isOfSession(cookie: string): boolean {
  return /^[^=]*\bsession_token=/.test(cookie)
}

/** The answer to a sign-up where the address must be verified first. */
const WithoutSession = z.strictObject({ token: z.null(), user: z.unknown() })

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
