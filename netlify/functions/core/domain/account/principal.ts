import * as z from 'zod'
import type { AthleteId, KeyId } from '#domain/values/id.schema.js'

/** What a caller may do, by resource; every operation that is not public names one. */
export const Scope = z
  .enum([
    'profile:read',
    'profile:write',
    'levels:read',
    'levels:write',
    'exercises:read',
    'exercises:write',
    'sessions:read',
    'sessions:write',
    'progress:read',
    'progress:write',
    'privacy:read',
    'privacy:write',
    'keys:read',
    'keys:write',
    'webhooks:read',
    'webhooks:write',
  ])
  .meta({ id: 'Scope', description: 'What a caller may do', example: 'sessions:read' })
export type Scope = z.output<typeof Scope>

export function isScope(name: string): name is Scope {
  return Scope.safeParse(name).success
}

/** The caller: an athlete, known by a token or an API key, with the scopes that it carries. */
export type Principal = {
  readonly userId: AthleteId
  readonly scopes: ReadonlySet<Scope>
  /** The API key that was used; null when the athlete signed in. */
  readonly keyId: KeyId | null
  /**
   * The instant of the sign-in that the token goes back to; null for an API key, and where the
   * token does not say.
   */
  readonly signedInAt: Date | null
}
