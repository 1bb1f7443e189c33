import type { Scope } from '#domain/account/principal.js'
import { refuse } from '#domain/refusal.js'
import { KeyId } from '#domain/values/id.schema.js'
import type { Context } from '#orchestration/context.js'
import type { ApiKey } from '#queries/api-keys.js'

/** Live keys that an athlete may have: those that are neither revoked nor expired. */
export const keysMax = 20

type Terms = Pick<ApiKey, 'name' | 'scopes' | 'expiresAt'> & { readonly id?: KeyId | undefined }

/** Makes a key: the record to store, and the key itself, which is shown once. */
export function makeKey(context: Pick<Context, 'now' | 'newId' | 'mintKey'>, { id, name, scopes, expiresAt }: Terms) {
  const { key: secret, prefix, hash } = context.mintKey()
  const made = context.now.toISOString()
  const key: ApiKey = {
    id: id ?? context.newId(KeyId),
    name,
    prefix,
    scopes: [...scopes],
    expiresAt,
    lastUsedAt: null,
    revokedAt: null,
    version: 1,
    createdAt: made,
    updatedAt: made,
  }
  return { key, hash, secret }
}

/** Tells whether a key has come to its end, by the same instant as when it is authenticated. */
export function hasExpired({ expiresAt }: ApiKey, now: Date): boolean {
  return expiresAt !== null && Date.parse(expiresAt) <= now.getTime()
}

/** Marks a key as revoked. */
export function revoked(key: ApiKey, now: Date): ApiKey {
  const at = now.toISOString()
  return { ...key, revokedAt: at, version: key.version + 1, updatedAt: at }
}

/** Refuses with KEY_SCOPES any scope that the caller does not have: nobody grants more than that. */
export function assertWithin(context: Pick<Context, 'scopes'>, asked: readonly Scope[]): void {
  const beyond = asked.filter((scope) => !context.scopes.has(scope))
  if (beyond.length > 0) {
    refuse(
      'KEY_SCOPES',
      'A key can give only what you have.',
      beyond.map((scope) => ({ pointer: '/scopes', code: 'BEYOND_OWN', detail: `${scope} is not among your scopes` })),
    )
  }
}

/** Copies the read-only scopes into the mutable list that the schema asks for. */
export function presentKey(key: ApiKey) {
  return { ...key, scopes: [...key.scopes] }
}
