import { originNotAllowed } from '../../origin-not-allowed.js'
import { type Meanings, ofRequest } from './meaning.js'

/** What a browser's origin is refused with. */
export const originMeanings: Meanings = {
  INVALID_ORIGIN: originNotAllowed,
  CROSS_SITE_NAVIGATION_LOGIN_BLOCKED: originNotAllowed,
  MISSING_OR_NULL_ORIGIN: ofRequest(
    'ORIGIN_NOT_ALLOWED',
    'A request with cookies must say its Origin, and CORS_ORIGINS must list it. A program that is no browser sends no cookies.',
  ),
}
