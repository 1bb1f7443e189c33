import type { createAuthMiddleware } from 'better-auth/api'

type Context = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0]

/**
 * Tells who has given the password and is asked for a code, by the challenge of the request; after a
 * right code, who is signed in by it. Null where nobody is known.
 */
export async function ownerOfChallenge(context: Context): Promise<string | null> {
  const { newSession, createAuthCookie, internalAdapter, secret } = context.context
  if (newSession) return newSession.user.id
  const challenge = await context.getSignedCookie(createAuthCookie('two_factor').name, secret)
  const found = challenge ? await internalAdapter.findVerificationValue(challenge) : null
  return found?.value ?? null
}
