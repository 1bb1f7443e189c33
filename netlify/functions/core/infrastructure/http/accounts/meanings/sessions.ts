import { type Meanings, ofRequest } from './meaning.js'

/** What a request without a session is refused with. */
export const sessionMeanings: Meanings = {
  UNAUTHORIZED: ofRequest(
    'UNAUTHENTICATED',
    'There is no session: send the session token as "Authorization: Bearer <token>".',
  ),
}
