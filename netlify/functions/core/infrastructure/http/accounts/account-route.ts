import type * as z from 'zod'
import type { InputSchemas, Method, Operation } from '#orchestration/contract.js'
import type { ChallengeName, GivenChallenge } from './challenge.js'
import type { Meanings } from './meanings/meaning.js'

/** What a caller sends to a route, parsed by its schemas. */
export type AccountInput = {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  /** Undefined when the route takes none. */
  readonly body?: unknown
}

/**
 * A route of the account service that clients may call, with all that its documentation says. A route
 * that is not listed in `routes.ts` is not reachable.
 */
export type AccountRoute = Pick<Operation, 'summary' | 'refusals'> & {
  readonly method: Extract<Method, 'GET' | 'POST'>
  /** Below `/api/v1`, with `{name}` for parameters. */
  readonly path: `/auth/${string}`
  readonly description?: string
  readonly input: InputSchemas
  /** Null when every answer is a redirect. */
  readonly output: z.ZodType | null
  /** Set where the answer may send a browser elsewhere (302): says where to. */
  readonly redirects?: string
  /** Set where the answer may ask for one more step (202). */
  readonly unfinished?: { readonly description: string; readonly output: z.ZodType }
  /** Where the account service has it, when that is elsewhere. */
  readonly at?: `/auth/${string}`
  /** Makes the body for the account service, when it takes another one. */
  readonly sends?: (body: unknown) => unknown
  /** Set where the answer hands out a challenge. */
  readonly givesChallenge?: GivenChallenge
  /** Set where the body has the challenge of an earlier answer. */
  readonly takesChallenge?: ChallengeName
  /** Set where the session must have begun in the last ten minutes: always, or for certain bodies. */
  readonly freshSignIn?: true | ((body: unknown) => boolean)
  /** Set where a provider is asked. */
  readonly asksProviders?: true
  /** What codes of the service mean here, and nowhere else. */
  readonly meanings?: Meanings
  /** Set when it takes the session token; everything else takes access tokens. */
  readonly takesSessionToken?: true
  /** Set when it is repeatable under an idempotency key although nobody is signed in. */
  readonly takesIdempotencyKey?: true
}

/** How a route that needs a session is told who asks; the beginning of its description. */
export const bySessionToken =
  'Takes the session token, as `Authorization: Bearer <token>` or as the cookie that signing in sets.'

/** The same, where the session must have begun lately. */
export const ofLately = `${bySessionToken} The sign-in must be of the last ten minutes.`
