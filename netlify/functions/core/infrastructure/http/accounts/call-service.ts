import { requestIdHeader } from '#infrastructure/auth/account-trail.js'
import { type AccountService, clientAddressHeader } from '#infrastructure/auth/better-auth.js'
import { noticingLoss } from '#infrastructure/auth/lost-connection.js'
import { type SignUpRecord, signUpRecordHeader } from '#infrastructure/auth/sign-up-record.js'
import { accountRefusal } from './account-refusals.js'
import type { AccountRoute } from './routes.js'

export type AccountCall = {
  readonly route: AccountRoute
  /** The parsed body; undefined when the route takes none. */
  readonly body: unknown
  readonly request: Request
  /** The caller's address as the platform saw it; the rate limits count by it. */
  readonly clientAddress: string
  readonly requestId: string
  /** By which this sign-up is recognised when it is repeated. */
  readonly signUpRecord?: SignUpRecord
}

/** The caller's headers that the account service may see; all others are dropped. */
const headersHandedOn = ['authorization', 'cookie', 'origin', 'referer', 'user-agent']

/**
 * Headers in which a browser says where a request comes from; with them the account service demands
 * a trusted origin.
 */
const headersOfBrowsers = ['sec-fetch-site', 'sec-fetch-mode']

/**
 * Calls the account service and returns its successful answer unchanged.
 *
 * Refuses with UNAUTHENTICATED, CONFLICT, INVALID_INPUT, RATE_LIMITED or MALFORMED_REQUEST; throws
 * any other failure.
 */
export async function callService(service: AccountService, call: AccountCall): Promise<Response> {
  const first = await ask(service, call)
  if (first.ok) return first
  // a sign-up that lost a race only reports that it failed; asked again, the service says why
  const answer = (await codeOf(first)) === 'FAILED_TO_CREATE_USER' ? await ask(service, call) : first
  if (answer.ok) return answer
  throw await failure(answer)
}

async function ask(service: AccountService, call: AccountCall): Promise<Response> {
  const { result: answer, loss } = await noticingLoss(() => service.handler(serviceRequest(service, call)))
  if (loss && !answer.ok) throw loss
  return answer
}

function serviceRequest({ options }: AccountService, call: AccountCall): Request {
  const { route, body, request, clientAddress, requestId, signUpRecord } = call
  const headers = new Headers({ [clientAddressHeader]: clientAddress, [requestIdHeader]: requestId })
  for (const name of handedOn(request)) {
    const value = request.headers.get(name)
    if (value !== null) headers.set(name, value)
  }
  if (signUpRecord) headers.set(signUpRecordHeader, JSON.stringify(signUpRecord))
  if (route.body) headers.set('content-type', 'application/json')
  const url = new URL(`/api/v1${route.path}`, options.baseURL)
  return new Request(url, { method: route.method, headers, body: route.body ? JSON.stringify(body) : null })
}

// every browser sends the site; Node's fetch sends the mode alone, and carries nobody's cookies
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
