/**
 * Thrown when credentials identify nobody: they are not valid (UNAUTHENTICATED), the keys that would
 * verify them cannot be loaded (SERVICE_UNAVAILABLE), or too many were tried (RATE_LIMITED).
 */
export class CredentialsError extends Error {
  override readonly name = 'CredentialsError'
  readonly code: 'UNAUTHENTICATED' | 'SERVICE_UNAVAILABLE' | 'RATE_LIMITED'
  /** What is wrong, for the caller to read. */
  readonly detail: string
  /** Whole seconds after which the same credentials may be verified, where that is known. */
  readonly retryAfterSeconds: number | null

  constructor(code: CredentialsError['code'], detail: string, retryAfterSeconds: number | null) {
    super(`${code}: ${detail}`)
    this.code = code
    this.detail = detail
    this.retryAfterSeconds = retryAfterSeconds
  }
}

/** Throws that the credentials do not hold; for use in expressions. */
export function rejectCredentials(detail: string): never {
  throw new CredentialsError('UNAUTHENTICATED', detail, null)
}
