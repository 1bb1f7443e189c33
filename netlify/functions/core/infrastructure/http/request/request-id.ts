const wellFormed = /^[A-Za-z0-9._-]{8,128}$/

/** Takes the caller's `X-Request-Id` when it is well formed, else makes a new id. */
export function requestIdOf(request: Request, newId: () => string): string {
  const given = request.headers.get('x-request-id')
  return given !== null && wellFormed.test(given) ? given : newId()
}
