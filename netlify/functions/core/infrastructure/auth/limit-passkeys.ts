import type { BetterAuthPlugin } from 'better-auth'
import { APIError, createAuthMiddleware } from 'better-auth/api'
import { passkeysMax } from '#domain/account/passkey.schema.js'
import { userOfSession } from './user-of-session.js'

const paths = ['/passkey/generate-register-options', '/passkey/verify-registration']

/**
 * Makes no passkey for an account that has as many as it may have. It says so before a device makes one,
 * which would offer it for ever, and once more before it is kept.
 */
export function limitPasskeys() {
  const handler = createAuthMiddleware(async (context) => {
    const user = await userOfSession(context)
    if (!user) return
    const where = [{ field: 'userId', value: user.id }]
    if ((await context.context.adapter.count({ model: 'passkey', where })) < passkeysMax) return
    throw new APIError('CONFLICT', { code: 'TOO_MANY_PASSKEYS', message: 'The account has as many as it may have' })
  })
  return {
    id: 'limit-passkeys',
    hooks: { before: [{ matcher: ({ path }) => paths.includes(path ?? ''), handler }] },
  } satisfies BetterAuthPlugin
}
