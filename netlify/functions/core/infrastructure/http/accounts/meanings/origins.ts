import { type Meanings, ofRequest } from './meaning.js'

/** What a browser's origin is refused with. */
export const originMeanings: Meanings = {
  INVALID_ORIGIN: ofRequest('MALFORMED_REQUEST', 'This origin may not sign people in here.'),
  MISSING_OR_NULL_ORIGIN: ofRequest('MALFORMED_REQUEST', 'A request with cookies must say its Origin.'),
  CROSS_SITE_NAVIGATION_LOGIN_BLOCKED: ofRequest('MALFORMED_REQUEST', 'This origin may not sign people in here.'),
}
