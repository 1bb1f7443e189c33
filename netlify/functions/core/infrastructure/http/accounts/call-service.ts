import * as z from 'zod'
import { toDatabaseError } from '#database/errors.js'
import type { AccountService } from '#infrastructure/auth/better-auth.js'
import { noticingLoss } from '#infrastructure/auth/lost-connection.js'
import type { AccountCall } from './account-call.js'
import { accountRefusal } from './account-refusals.js'
import type { AccountRoute } from './account-route.js'
import { withChallenge } from './challenge.js'
import { assertFreshSession } from './fresh-session.js'
import { serviceRequest } from './service-request.js'

/**
 * Calls the account service and returns its successful answer, with the challenge that it may hand out:
 * a redirect is one, unless it leads to the service's own page of errors.
 *
 * Refuses with UNAUTHENTICATED, CONFLICT, INVALID_INPUT, RATE_LIMITED or ORIGIN_NOT_ALLOWED, or as
 * `meanings/` say; throws any other failure.
 */
export async function callService(service: AccountService, call: AccountCall): Promise<Response> {
  await assertFreshSession(service, call)
  const first = await ask(service, call)
  if (isSuccess(first)) return withChallenge(service, call.route.givesChallenge, first)
  // a sign-up that lost a race only reports that it failed; asked again, the service says why
  const answer = (await codeOf(first)) === 'FAILED_TO_CREATE_USER' ? await ask(service, call) : first
  if (isSuccess(answer)) return answer
  throw await failure(call.route, answer)
}

async function ask(service: AccountService, call: AccountCall): Promise<Response> {
  const { result: answer, loss } = await noticingLoss(async () =>
    service.handler(await serviceRequest(service, call)).catch(translated),
  )
  if (loss && !isSuccess(answer)) throw loss
  return answer
}

/** Rejects with what a constraint refused in a race, so that it is answered as a refusal. */
function translated(error: unknown): never {
  const known = toDatabaseError(error)
  throw known.facts.kind === 'constraint' ? known : error
}

function isSuccess(answer: Response): boolean {
  return answer.ok || (redirectOf(answer) !== null && errorPageOf(answer) === null)
}

/** Tells where an answer of the service sends a browser; null when it does not. */
export function redirectOf({ status, headers }: Response): string | null {
  return status === 302 ? headers.get('location') : null
}

/** Returns the address of the service's page of errors, when an answer leads there. */
function errorPageOf(answer: Response): URL | null {
  const location = redirectOf(answer)
  const url = location === null ? null : URL.parse(location, 'http://relative.invalid')
  return url?.pathname.endsWith('/api/v1/auth/error') ? url : null
}

async function failure({ meanings }: AccountRoute, answer: Response): Promise<Error> {
  const code = await codeOf(answer)
  const wait = Number(answer.headers.get('x-retry-after') ?? Number.NaN)
  const retryAfterSeconds = Number.isInteger(wait) ? wait : null
  const refusal = accountRefusal({ status: answer.status, code, retryAfterSeconds }, meanings)
  return refusal ?? new Error(`the account service answered ${answer.status} ${code}`)
}

async function codeOf(answer: Response): Promise<string | null> {
  const page = errorPageOf(answer)
  if (page) return page.searchParams.get('error')
  const answered: unknown = await answer
    .clone()
    .json()
    .catch(() => null)
  const { code, message } = Failure.safeParse(answered).data ?? {}
  return code ?? message?.toUpperCase().replaceAll(/[^A-Z]+/g, '_') ?? null
}

/** A failure of the service; where it has no code, its words stand for one. */
const Failure = z.object({ code: z.string().optional(), message: z.string().optional() })
