import { toDatabaseError } from '#database/errors.js'
import { requestIdHeader } from '#infrastructure/auth/account-trail.js'
import { type AccountService, clientAddressHeader } from '#infrastructure/auth/better-auth.js'
import { accountRefusal } from './account-refusals.js'
import type { AccountRoute } from './routes.js'

export type AccountCall = {
  readonly route: AccountRoute
  /** The parsed body, or undefined where the route takes none. */
  readonly body: unknown
  readonly request: Request
  /** The caller's address as the platform saw it; attempts are counted by it. */
  readonly clientAddress: string
  readonly requestId: string
}

/** Headers of the caller that the account service goes by; no other reaches it. */
const headersHandedOn = ['authorization', 'cookie', 'origin', 'referer', 'user-agent']

/**
 * What a browser says of where a request comes from; the account service then asks for an origin
 * that it trusts.
 */
const headersOfBrowsers = ['sec-fetch-site', 'sec-fetch-mode']

/**
 * Has the account service answer; what it answers on success is handed on as it is.
 *
 * Refuses with UNAUTHENTICATED, CONFLICT, INVALID_INPUT, RATE_LIMITED or MALFORMED_REQUEST; what
 * else goes wrong is thrown.
 */
export async function callService(service: AccountService, call: AccountCall): Promise<Response> {
  const first = await ask(service, call)
  if (first.ok) return first
  // a sign-up that lost a race says no more than that it failed; asked again, the service says why
  const answer = (await codeOf(first)) === 'FAILED_TO_CREATE_USER' ? await ask(service, call) : first
  if (answer.ok) return answer
  throw await failure(answer)
}

async function ask(service: AccountService, call: AccountCall): Promise<Response> {
  try {
    return await service.handler(serviceRequest(service, call))
  } catch (error) {
    const translated = toDatabaseError(error)
    throw translated.facts.kind === 'unexpected' ? error : translated
  }
}

function serviceRequest({ options }: AccountService, call: AccountCall): Request {
  const { route, body, request, clientAddress, requestId } = call
  const headers = new Headers({ [clientAddressHeader]: clientAddress, [requestIdHeader]: requestId })
  for (const name of handedOn(request)) {
    const value = request.headers.get(name)
    if (value !== null) headers.set(name, value)
  }
  if (route.body) headers.set('content-type', 'application/json')
  const url = new URL(`/api/v1${route.path}`, options.baseURL)
  return new Request(url, { method: route.method, headers, body: route.body ? JSON.stringify(body) : null })
}

// every browser says the site; Node's fetch says the mode alone, and rides on nobody's cookies
function handedOn({ headers }: Request): readonly string[] {
  return headers.has('sec-fetch-site') ? [...headersHandedOn, ...headersOfBrowsers] : headersHandedOn
}

async function failure(answer: Response): Promise<Error> {
  const code = await codeOf(answer)
  const wait = Number(answer.headers.get('x-retry-after') ?? Number.NaN)
  const refusal = accountRefusal(answer.status, code, Number.isInteger(wait) ? wait : null)
  return refusal ?? new Error(`the account service answered ${answer.status} ${code}`)
}

async function codeOf(answer: Response): Promise<string | null> {
  const body: unknown = await answer
    .clone()
    .json()
    .catch(() => null)
  return typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string' ? body.code : null
}
