import type { oas31 } from 'zod-openapi'
import type { DocumentedOperation } from '../accounts/documented.js'

/** The ways in which callers authenticate. */
export const securitySchemes: Readonly<Record<string, oas31.SecuritySchemeObject>> = {
  accessToken: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description:
      'A signed access token, as described in RFC8725: exact issuer and audience, asymmetric algorithms only, good for 15 ' +
      'minutes. Sign in to get one, or exchange a session token for one at `GET /auth/token`. The scopes that an operation ' +
      'needs are listed with it.',
  },
  apiKey: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'ciq_<key>',
    description: 'An API key (`POST /me/keys`) with scopes of its own; it is good until it expires or is revoked.',
  },
  sessionToken: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'opaque',
    description: 'What signing in answers with; it opens `/auth/*` for seven days, and can be ended at once.',
  },
}

/**
 * Tells what an operation requires: an access token or an API key with a scope, a session token, or
 * nothing.
 */
export function securityOf({ access, takesSessionToken }: DocumentedOperation): oas31.SecurityRequirementObject[] {
  if (takesSessionToken) return [{ sessionToken: [] }]
  return access === 'public' ? [{}] : [{ accessToken: [access.scope] }, { apiKey: [access.scope] }]
}

/** Describes in words what an operation requires. */
export function describeAccess({ access, takesSessionToken }: DocumentedOperation): string {
  if (takesSessionToken) return 'Needs a session token.'
  return access === 'public' ? 'Open to everybody.' : `Needs the scope \`${access.scope}\`.`
}
