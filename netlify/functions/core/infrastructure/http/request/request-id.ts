const wellFormed = /^[A-Za-z0-9._-]{8,128}$/

/** The caller's `X-Request-Id` when it is well formed, else a new one. */
export function requestIdOf(request: Request, newId: () => string): string {
  const given = request.headers.get('x-request-id')
  return given !== null && wellFormed.test(given) ? given : newId()
}
