import type { BetterAuthOptions, BetterAuthPlugin } from 'better-auth'
import { createAuthMiddleware, isAPIError } from 'better-auth/api'
import { AthleteId } from '#domain/values/id.schema.js'

/** What is noted of an account. */
export type AccountEvent =
  | 'signed-up'
  | 'signed-in'
  | 'signed-out'
  | 'sessions-ended'
  | 'password-changed'
  | 'password-reset'
  | 'email-verified'
  | 'email-changed'

/** Notes what happens to accounts. A failure here fails no caller, and no entry holds a secret. */
export type AccountTrail = {
  readonly noted: (kind: AccountEvent, userId: AthleteId, requestId: string) => Promise<void>
  /** Notes a failed sign-in when there is an account with this email. */
  readonly signInFailed: (email: string, requestId: string) => Promise<void>
}

/** The header in which the handler passes on the id of the request. */
export const requestIdHeader = 'x-calistheniq-request-id'

type Hooks = NonNullable<NonNullable<BetterAuthOptions['databaseHooks']>['session']>
type Hook = NonNullable<NonNullable<Hooks['delete']>['after']>

const begins: ReadonlyMap<string, AccountEvent> = new Map([
  ['/sign-up/email', 'signed-up'],
  ['/sign-in/email', 'signed-in'],
  ['/two-factor/verify-totp', 'signed-in'],
  ['/two-factor/verify-backup-code', 'signed-in'],
  ['/passkey/verify-authentication', 'signed-in'],
  ['/sign-in/social/finish', 'signed-in'],
])
/** Notes each session that ends by signing out. */
export function noteEndings(trail: AccountTrail): Hooks {
  const after: Hook = async ({ userId }, context) => {
    if (context?.path === '/sign-out') await note(trail, 'signed-out', { userId, headers: context.headers })
  }
  return { delete: { after } }
}

/**
 * Notes whoever signs up or in, once nothing more is asked of them. Turning the second factor on puts a
 * session in the place of another, and is no sign-in.
 */
export function noteBeginnings(trail: AccountTrail | undefined) {
  const handler = createAuthMiddleware(async ({ path, headers, context: { newSession, session, returned } }) => {
    const kind = begins.get(path)
    if (!trail || !kind || !newSession || session || isAPIError(returned)) return
    await note(trail, kind, { userId: newSession.user.id, headers })
  })
  return {
    id: 'note-beginnings',
    hooks: { after: [{ matcher: ({ path }) => begins.has(path ?? ''), handler }] },
  } satisfies BetterAuthPlugin
}

type Whose = { readonly userId: string; readonly headers?: Headers | undefined }

async function note(trail: AccountTrail, kind: AccountEvent, { userId, headers }: Whose): Promise<void> {
  const requestId = headers?.get(requestIdHeader)
  if (requestId) await trail.noted(kind, AthleteId.parse(userId), requestId)
}
