import { freshSignInSeconds, isFreshSignIn } from '#domain/account/fresh-sign-in.js'
import type { Principal, Scope } from '#domain/account/principal.js'
import { KeyId } from '#domain/values/id.schema.js'
import type { Access, FreshSignIn, RequestContext } from './contract.js'
import { RequestRefusal } from './request-refusal.js'

type Asked = {
  readonly principal: Principal
  readonly now: Date
  /** The path parameters, as they were sent. */
  readonly params: Readonly<Record<string, unknown>>
}

/**
 * Tells why a caller may not run an operation; null where they may. The scope is looked at first:
 * without it a fresh sign-in would be of no use.
 */
export function missingRight(access: Access, asked: Asked): RequestRefusal | null {
  if (access === 'public') return null
  if (!asked.principal.scopes.has(access.scope)) return scopeNeeded(access.scope)
  if (!access.freshSignIn || suffices(access.freshSignIn, asked)) return null
  return new RequestRefusal('FRESH_SIGN_IN_NEEDED', whatToDo(asked.principal))
}

/**
 * Refuses who may not run an operation. Every operation asks this itself as it begins, so that no
 * door to it can forget to; HTTP asks earlier as well, before it reads a body.
 */
export function assertRight(access: Access, { principal, now }: RequestContext, params: Asked['params'] = {}): void {
  if (access === 'public') return
  if (!principal) throw new Error('nobody is signed in, and the operation is not public')
  const refusal = missingRight(access, { principal, now, params })
  if (refusal) throw refusal
}

/** Refuses with INSUFFICIENT_SCOPE who may not read a part of an answer that was asked for. */
export function assertScope({ scopes }: { readonly scopes: ReadonlySet<Scope> }, scope: Scope): void {
  if (!scopes.has(scope)) throw scopeNeeded(scope)
}

function scopeNeeded(scope: Scope): RequestRefusal {
  return new RequestRefusal('INSUFFICIENT_SCOPE', `The scope ${scope} is needed.`)
}

function suffices(needed: FreshSignIn, { principal, now, params }: Asked): boolean {
  const { keyId, signedInAt } = principal
  if (keyId === null) return isFreshSignIn(signedInAt, now)
  return needed === 'unless-own-key' && KeyId.safeParse(params.keyId).data === keyId
}

function whatToDo({ keyId }: Principal): string {
  if (keyId !== null) return 'An API key cannot do this: sign in, and send the access token.'
  return `The sign-in must not be older than ${freshSignInSeconds / 60} minutes: sign in again, and repeat the request with the new access token.`
}
