import { rejectCredentials } from './credentials-error.js'

const tokenLengthMax = 8_192

/**
 * Reads the bearer token of a request (RFC 6750, 2.1); null when it carries no credentials.
 *
 * Throws a CredentialsError for anything else.
 */
export function bearerToken(request: Request): string | null {
  const header = request.headers.get('authorization')
  if (header === null) return null
  const token = /^Bearer +([A-Za-z0-9\-._~+/]+=*)$/i.exec(header)?.[1]
  if (!token) rejectCredentials('The Authorization header must read "Bearer <access token>".')
  if (token.length > tokenLengthMax) rejectCredentials('The access token is too long.')
  return token
}
