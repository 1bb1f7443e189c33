import type { BetterAuthOptions } from 'better-auth'
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
type Hook = NonNullable<NonNullable<Hooks['create']>['after']>

const begins = new Map([
  ['/sign-up/email', 'signed-up'],
  ['/sign-in/email', 'signed-in'],
] as const)
const ends = new Map([['/sign-out', 'signed-out']] as const)

/** Notes each session that begins by signing up or in, and each that ends by signing out. */
export function noteSessions(trail: AccountTrail): Hooks {
  return { create: { after: noting(trail, begins) }, delete: { after: noting(trail, ends) } }
}

type Kinds = ReadonlyMap<string, AccountEvent>

function noting(trail: AccountTrail, kinds: Kinds): Hook {
  return async ({ userId }, context) => {
    const kind = kinds.get(context?.path ?? '')
    const requestId = context?.headers?.get(requestIdHeader)
    if (kind && requestId) await trail.noted(kind, AthleteId.parse(userId), requestId)
  }
}
