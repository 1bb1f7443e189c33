import type { oas31 } from 'zod-openapi'
import { freshSignInSeconds } from '#domain/account/fresh-sign-in.js'
import { healthDataPurpose } from '#domain/account/health-data.js'
import type { FreshSignIn } from '#orchestration/contract.js'
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
      'needs are listed with it. It says when you signed in (`auth_time`): where an operation needs a fresh sign-in, an older one ' +
      'is refused with the challenge of RFC9470, and signing in again helps.',
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
export function describeAccess(operation: DocumentedOperation): string {
  return [describeRight(operation), describeConsent(operation)].filter(Boolean).join(' ')
}

function describeRight({ access, takesSessionToken }: DocumentedOperation): string {
  if (takesSessionToken) return 'Needs a session token.'
  if (access === 'public') return 'Open to everybody.'
  const scope = `Needs the scope \`${access.scope}\``
  return access.freshSignIn ? `${scope} and ${freshSignIn}: ${ofKeys[access.freshSignIn]}.` : `${scope}.`
}

const freshSignIn = `a sign-in of the last ${freshSignInSeconds / 60} minutes`

const ofKeys: Readonly<Record<FreshSignIn, string>> = {
  always: 'no API key can do this',
  'unless-own-key': 'an API key can do this to itself alone',
}

function describeConsent({ kind, consent, refusals }: DocumentedOperation): string | null {
  const needs = `the consent \`${healthDataPurpose}\``
  if (consent) return kind === 'query' ? `Needs ${needs}.` : `Needs ${needs} for all that does not take away.`
  return refusals.includes('CONSENT_NEEDED') ? `Fields that are health data need ${needs}.` : null
}
