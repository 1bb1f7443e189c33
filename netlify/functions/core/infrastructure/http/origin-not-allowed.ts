import { isAllowedOrigin, type Origins } from '#infrastructure/config/origins.js'
import { RequestRefusal } from '#orchestration/request-refusal.js'

/** Makes the refusal of a page whose origin is not allowed, with the setting that allows it. */
export function originNotAllowed(): RequestRefusal {
  return new RequestRefusal(
    'ORIGIN_NOT_ALLOWED',
    'This API does not allow the origin of the page; the setting CORS_ORIGINS lists those that it allows.',
  )
}

/**
 * Refuses the preflight of a page that may not call, with ORIGIN_NOT_ALLOWED, for the developer who
 * looks at it: the page itself cannot read why.
 */
export function refuseForeignPreflight({ headers }: Request, origins: Origins): void {
  const origin = headers.get('origin')
  const isPreflight = origin !== null && headers.has('access-control-request-method')
  if (isPreflight && !isAllowedOrigin(origin, origins)) throw originNotAllowed()
}
