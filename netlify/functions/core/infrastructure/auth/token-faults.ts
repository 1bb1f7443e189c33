import type { JWTVerifyGetKey } from 'jose'
import { JOSEError, JWKSMultipleMatchingKeys, JWKSNoMatchingKey, JWTExpired } from 'jose/errors'
import { DatabaseError } from '#database/errors.js'
import { CredentialsError } from './credentials-error.js'

/** Keys that cannot be had are no fault of the token: SERVICE_UNAVAILABLE, never "not valid". */
export function keysOrUnavailable(keys: JWTVerifyGetKey): JWTVerifyGetKey {
  return async (header, token) => {
    try {
      return await keys(header, token)
    } catch (error) {
      if (error instanceof JWKSNoMatchingKey || error instanceof JWKSMultipleMatchingKeys) throw error
      if (error instanceof DatabaseError && error.facts.kind === 'unexpected') throw error
      const detail = 'The keys that access tokens are verified with cannot be reached.'
      throw new CredentialsError('SERVICE_UNAVAILABLE', detail, 2)
    }
  }
}

/**
 * What to answer for an error of the verification; anything but a fault of the token is handed on.
 */
export function errorOfToken(error: unknown): unknown {
  if (error instanceof JWTExpired) return unauthenticated('The access token has expired.')
  if (error instanceof JWKSNoMatchingKey) return unauthenticated('The access token is signed by an unknown key.')
  if (error instanceof JOSEError) return unauthenticated('The access token is not valid.')
  return error
}

function unauthenticated(detail: string): CredentialsError {
  return new CredentialsError('UNAUTHENTICATED', detail, null)
}
