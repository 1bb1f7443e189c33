import type { BetterAuthPlugin } from 'better-auth'
import { createAuthMiddleware, isAPIError } from 'better-auth/api'
import { type AttemptLimit, countAttempt, forgetAttempts } from './attempts.js'
import { userOfSession } from './user-of-session.js'

type Context = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0]

/** What is counted where, by account. */
export type AttemptRule = {
  /** Paths of the account service, below `/auth`. */
  readonly paths: readonly string[]
  readonly limit: AttemptLimit
  /** Tells what is guessed at, such as an email address; null when the request will be refused anyway. */
  readonly subjectOf: (context: Context) => string | null | Promise<string | null>
  /** Set where a success says that nobody guesses: what was counted is forgotten. */
  readonly endsBySuccess?: true
}

/** Counts attempts by account, besides the account service's own counts by address. */
export function limitAttempts(rules: readonly AttemptRule[]) {
  return {
    id: 'limit-attempts',
    hooks: { before: rules.map(counting), after: rules.filter(({ endsBySuccess }) => endsBySuccess).map(forgetting) },
    // matches nothing: it tells the service, which deletes counts older than its longest window, how long ours are
    rateLimit: rules.map(({ limit }) => ({ pathMatcher: () => false, window: limit.windowSeconds, max: limit.max })),
  } satisfies BetterAuthPlugin
}

function counting({ paths, limit, subjectOf }: AttemptRule) {
  const handler = createAuthMiddleware(async (context) => {
    const subject = await subjectOf(context)
    if (subject !== null) await countAttempt(context.context, limit, subject)
  })
  return { matcher: on(paths), handler }
}

function forgetting({ paths, limit, subjectOf }: AttemptRule) {
  const handler = createAuthMiddleware(async (context) => {
    if (isAPIError(context.context.returned)) return
    const subject = await subjectOf(context)
    if (subject !== null) await forgetAttempts(context.context, limit, subject)
  })
  return { matcher: on(paths), handler }
}

function on(paths: readonly string[]) {
  return ({ path }: { path?: string | undefined }) => paths.includes(path ?? '')
}

/** Tells the email address that a request names. */
export function emailIn({ body }: Context): string | null {
  return typeof body?.email === 'string' ? body.email.toLowerCase() : null
}

/** Tells the email address of the account whose session a request has; null without a session. */
export async function emailOfSession(context: Context): Promise<string | null> {
  return (await userOfSession(context))?.email ?? null
}
