import { BetterAuthError, type BetterAuthPlugin } from 'better-auth'
import { createAuthMiddleware } from 'better-auth/api'
import { resolveSigningKey } from 'better-auth/plugins/jwt'
import { CredentialsError } from './credentials-error.js'
import { secretMark } from './secret-mark.js'
import { isSigning, type jwtOptions } from './sign-access-tokens.js'
import { tables } from './tables.js'

type Context = Parameters<typeof resolveSigningKey>[0]

/**
 * Opens the key that will sign the access token before anything is changed, so that no account is
 * made whose answer cannot be given. It notes with the key which secret opened it; readiness goes by
 * that.
 *
 * Throws a CredentialsError with SERVICE_UNAVAILABLE when this deployment's secret does not open it.
 */
export function requireSigningKey(secret: string, options: ReturnType<typeof jwtOptions>) {
  const mark = secretMark(secret)
  const marked = new Set<string>()
  const handler = createAuthMiddleware(async (context) => {
    const id = await openedKey(context, options)
    if (marked.has(id)) return
    await noteMark(context, id, mark)
    marked.add(id)
  })
  return {
    id: 'require-signing-key',
    schema: { jwks: { modelName: tables.jwks.modelName, fields: { secretMark: tables.secretMark } } },
    hooks: { before: [{ matcher: ({ path }) => isSigning(path), handler }] },
  } satisfies BetterAuthPlugin
}

async function openedKey(context: Context, options: ReturnType<typeof jwtOptions>): Promise<string> {
  try {
    return (await resolveSigningKey(context, options))?.kid ?? ''
  } catch (error) {
    if (!(error instanceof BetterAuthError)) throw error
    const detail = 'The key that signs access tokens cannot be opened with the secret of this deployment.'
    throw new CredentialsError('SERVICE_UNAVAILABLE', detail, 60)
  }
}

async function noteMark({ context: { adapter } }: Context, id: string, mark: string): Promise<void> {
  const where = [
    { field: 'id', value: id },
    { field: 'secretMark', value: null },
  ]
  await adapter.updateMany({ model: 'jwks', where, update: { secretMark: mark } })
}
