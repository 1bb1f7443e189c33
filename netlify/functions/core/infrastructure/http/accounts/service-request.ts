import * as z from 'zod'
import { requestIdHeader } from '#infrastructure/auth/account-trail.js'
import { type AccountService, clientAddressHeader } from '#infrastructure/auth/better-auth.js'
import { signUpRecordHeader } from '#infrastructure/auth/sign-up-record.js'
import type { AccountCall } from './account-call.js'
import { cookieOf } from './challenge.js'

const credentials: readonly string[] = ['authorization', 'cookie']

/** The caller's headers that the account service may see; all others are dropped. */
const headersHandedOn = ['authorization', 'cookie', 'origin', 'referer', 'user-agent']

/**
 * Headers in which a browser says where a request comes from; with them the account service demands
 * a trusted origin.
 */
const headersOfBrowsers = ['sec-fetch-site', 'sec-fetch-mode']

/** Makes the request that the account service is asked with: of the caller's, what was parsed and may be seen. */
export async function serviceRequest(service: AccountService, call: AccountCall): Promise<Request> {
  const { method, input, sends = (body: unknown) => body } = call.route
  const hasBody = input.body !== undefined
  const body = hasBody ? JSON.stringify(sends(withoutConsents(call.input.body))) : null
  const headers = headersOf(call, hasBody)
  await addChallenge(service, call, headers)
  return new Request(addressOf(service, call), { method, headers, body })
}

/**
 * Adds the cookie in which the service looks for the challenge. It is no cookie of a browser, so where
 * there is none of these, the page's origin needs no saying.
 */
async function addChallenge(service: AccountService, { route, input }: AccountCall, headers: Headers): Promise<void> {
  if (!route.takesChallenge) return
  const own = headers.get('cookie')
  const challenge = await cookieOf(service, route.takesChallenge, input.body)
  headers.set('cookie', own === null ? challenge : `${own}; ${challenge}`)
  if (own === null && !headers.has('origin')) headers.set('origin', new URL(service.options.baseURL).origin)
}

/** Consents are no part of the account; they are given beside it. */
function withoutConsents(body: unknown): unknown {
  const { consents: _, ...rest } = z.record(z.string(), z.unknown()).parse(body)
  return rest
}

function addressOf({ options }: AccountService, { route, input }: AccountCall): URL {
  const path = (route.at ?? route.path).replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(input.params?.[name] ?? ''),
  )
  const url = new URL(`/api/v1${path}`, options.baseURL)
  for (const [name, value] of Object.entries(input.query ?? {})) url.searchParams.set(name, value)
  return url
}

function headersOf(call: AccountCall, hasBody: boolean): Headers {
  const { route, request, clientAddress, requestId, signUpRecord } = call
  const headers = new Headers({ [clientAddressHeader]: clientAddress, [requestIdHeader]: requestId })
  for (const name of handedOn(request)) {
    // whoever signs in is nobody yet
    if (route.takesChallenge && !route.takesSessionToken && credentials.includes(name)) continue
    const value = request.headers.get(name)
    if (value !== null) headers.set(name, value)
  }
  if (signUpRecord) headers.set(signUpRecordHeader, JSON.stringify(signUpRecord))
  if (hasBody) headers.set('content-type', 'application/json')
  return headers
}

// every browser sends the site; Node's fetch sends the mode alone, and carries nobody's cookies
function handedOn({ headers }: Request): readonly string[] {
  return headers.has('sec-fetch-site') ? [...headersHandedOn, ...headersOfBrowsers] : headersHandedOn
}
