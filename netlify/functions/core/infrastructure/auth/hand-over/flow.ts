import { createHash, timingSafeEqual } from 'node:crypto'
import { getAuthStateVerificationIdentifier } from 'better-auth'
import type { createAuthMiddleware } from 'better-auth/api'
import * as z from 'zod'

export type Context = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0]

/** A way through a provider, as it is kept under its state while the athlete is there. */
const Flow = z.object({
  callbackURL: z.string(),
  errorURL: z.string().optional(),
  provider: z.string(),
  codeChallenge: z.string(),
  expiresAt: z.number(),
  link: z.object({ userId: z.string() }).optional(),
})
export type Flow = z.output<typeof Flow>

/** Finds the way that was begun with this state; null when there is none, or it took too long. */
export async function findFlow({ context }: Context, state: string): Promise<Flow | null> {
  const found = await context.internalAdapter.findVerificationValue(getAuthStateVerificationIdentifier(state))
  const flow = found ? Flow.parse(JSON.parse(found.value)) : null
  return flow && flow.expiresAt > Date.now() ? flow : null
}

/** Tells whether a page that has this verifier began the way (RFC 7636, 4.6). */
export function isBegunBy({ codeChallenge }: Flow, codeVerifier: string): boolean {
  const digest = createHash('sha256').update(codeVerifier).digest()
  const expected = Buffer.from(codeChallenge, 'base64url')
  return expected.length === digest.length && timingSafeEqual(expected, digest)
}

/** What a provider has said, as it is kept until the page asks for it. */
export const Handed = z.object({
  provider: z.string(),
  state: z.string(),
  code: z.string(),
  iss: z.string().optional(),
  user: z.string().optional(),
})
export type Handed = z.output<typeof Handed>
