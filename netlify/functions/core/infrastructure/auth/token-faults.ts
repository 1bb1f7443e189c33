import type { JWTVerifyGetKey } from 'jose'
import { JOSEError, JWKSMultipleMatchingKeys, JWKSNoMatchingKey, JWTExpired } from 'jose/errors'
import { DatabaseError } from '#database/errors.js'
import { CredentialsError } from './credentials-error.js'

/** Turns keys that cannot be loaded into SERVICE_UNAVAILABLE: the token is not at fault. */
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

/** Turns a fault of a token into a CredentialsError; returns any other error unchanged. */
export function errorOfToken(error: unknown): unknown {
  if (error instanceof JWTExpired) return unauthenticated('The access token has expired.')
  if (error instanceof JWKSNoMatchingKey) return unauthenticated('The access token is signed by an unknown key.')
  if (error instanceof JOSEError) return unauthenticated('The access token is not valid.')
  return error
}

function unauthenticated(detail: string): CredentialsError {
  return new CredentialsError('UNAUTHENTICATED', detail, null)
}
