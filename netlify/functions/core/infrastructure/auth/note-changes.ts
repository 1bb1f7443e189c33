import type { BetterAuthPlugin, User } from 'better-auth'
import { createAuthMiddleware, isAPIError } from 'better-auth/api'
import { decodeJwt } from 'jose/jwt/decode'
import { AthleteId } from '#domain/values/id.schema.js'
import type { AccountMails } from './account-mails.js'
import { type AccountEvent, type AccountTrail, requestIdHeader } from './account-trail.js'
import { passwordGuesses } from './attempt-rules.js'
import { forgetAttempts } from './attempts.js'
import { forgetUnproven } from './forget-unproven.js'

type Note = (kind: AccountEvent, userId: string, headers: Headers | undefined) => Promise<void>

/**
 * Notes what changes who can get into an account: a new password, a verified or another address. The
 * owner is told of a new password by mail, and after a reset may guess anew.
 */
export function noteChanges(trail: AccountTrail | undefined, mails: AccountMails) {
  const note: Note = async (kind, userId, headers) => {
    const requestId = headers?.get(requestIdHeader)
    if (trail && requestId) await trail.noted(kind, AthleteId.parse(userId), requestId)
  }
  return {
    plugin: { id: 'note-changes', ...notingPassword(note, mails), ...notingAddress(note) } satisfies BetterAuthPlugin,
    onPasswordReset: async ({ user: { id, email, emailVerified } }: { user: User }, request?: Request) => {
      await note('password-reset', id, request?.headers)
      const counting = await mails.counting
      await forgetAttempts(counting, passwordGuesses, email)
      if (!emailVerified) {
        await forgetUnproven(counting, id)
        await note('email-verified', id, request?.headers)
      }
      mails.tellNewPassword(email)
    },
  }
}

function notingPassword(note: Note, { tellNewPassword }: AccountMails) {
  const handler = createAuthMiddleware(async ({ context: { returned, session }, headers }) => {
    if (isAPIError(returned) || !session) return
    await note('password-changed', session.user.id, headers)
    tellNewPassword(session.user.email)
  })
  return { hooks: { after: [{ matcher: ({ path }: { path?: string }) => path === '/change-password', handler }] } }
}

function notingAddress(note: Note): Pick<BetterAuthPlugin, 'init'> {
  const after = async ({ id }: User, context: Context) => {
    if (context?.path === '/verify-email') await note(kindOf(String(context.query?.token)), id, context.headers)
  }
  return { init: () => ({ options: { databaseHooks: { user: { update: { after } } } } }) }
}

type Context = {
  path?: string | undefined
  query?: Record<string, unknown> | undefined
  headers?: Headers | undefined
} | null

/** Tells what a token did that the service has verified and followed. */
function kindOf(token: string): AccountEvent {
  return decodeJwt(token).updateTo === undefined ? 'email-verified' : 'email-changed'
}
