import { createHash } from 'node:crypto'
import { clockToleranceSeconds } from '#domain/account/fresh-sign-in.js'
import type { Principal } from '#domain/account/principal.js'

/** What a token has proved: whose it is, from when and until when (seconds since 1970). */
export type Proof = {
  readonly principal: Principal
  /** False where another issuer than ours has signed: it knows nothing of our accounts. */
  readonly isBuiltIn: boolean
  readonly notBefore: number | null
  readonly expiresAt: number
}

export type RememberedTokens = {
  /** Finds what a token has proved lately, where it is valid at this instant by its own times; else null. */
  readonly find: (token: string, now: Date) => Proof | null
  /** Remembers a token whose signature and claims hold. */
  readonly remember: (token: string, proof: Proof) => void
}

type Options = {
  readonly msMax?: number
  readonly tokensMax?: number
  /** Milliseconds of a clock that nobody sets. */
  readonly clock?: () => number
}

/**
 * Remembers for a minute which tokens were verified, so that the requests of a screen verify one
 * signature and not ten: that is a quarter of the CPU of a short request.
 *
 * Nothing is forgiven: each use compares the times of the token with the instant of its request. An
 * access token cannot be revoked before it expires, so nothing else could have changed, but for the
 * keys: those are held for ten minutes (`builtInKeys`), and a removed key verifies for at most one
 * more. Only valid tokens are remembered, by a digest, so that nobody can fill the memory with others
 * and no token lies in it.
 */
export function rememberedTokens(options: Options = {}): RememberedTokens {
  const { msMax = 60_000, tokensMax = 2_000, clock = () => performance.now() } = options
  const proofs = new Map<string, Proof & { readonly goodUntil: number }>()
  return {
    find: (token, now) => {
      const name = nameOf(token)
      const proof = proofs.get(name)
      if (!proof) return null
      if (clock() >= proof.goodUntil) {
        proofs.delete(name)
        return null
      }
      return isInTime(proof, now) ? proof : null
    },
    remember: (token, proof) => {
      const [oldest] = proofs.keys()
      if (proofs.size >= tokensMax && oldest !== undefined) proofs.delete(oldest)
      proofs.set(nameOf(token), { ...proof, goodUntil: clock() + msMax })
    },
  }
}

/** Compares in whole seconds, as the verification does (RFC 7519, 4.1.4 and 4.1.5). */
function isInTime({ notBefore, expiresAt }: Proof, now: Date): boolean {
  const seconds = Math.floor(now.getTime() / 1000)
  if (notBefore !== null && notBefore > seconds + clockToleranceSeconds) return false
  return expiresAt > seconds - clockToleranceSeconds
}

function nameOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}
