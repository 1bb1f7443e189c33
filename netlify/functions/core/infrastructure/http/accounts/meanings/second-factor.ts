import { Refusal } from '#domain/refusal.js'
import { type Meanings, ofField, ofRequest } from './meaning.js'

const wrongCode = ofField('INVALID_INPUT', 'This is not the code.', { pointer: '/code', code: 'WRONG_CODE' })
const isOff = () => new Refusal('CONFLICT', 'The second factor is not on.')
const atOnce = 'A backup code was used at the same moment: repeat the request.'

/** What the second factor is refused with. */
export const secondFactorMeanings: Meanings = {
  INVALID_CODE: wrongCode,
  INVALID_BACKUP_CODE: wrongCode,
  CODE_USED: ofField('INVALID_INPUT', 'This code has been used: wait for the next one.', {
    pointer: '/code',
    code: 'CODE_USED',
  }),
  INVALID_TWO_FACTOR_COOKIE: ofRequest('UNAUTHENTICATED', 'The challenge is used or too old: sign in again.'),
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: ofRequest('UNAUTHENTICATED', 'Too many wrong codes: sign in again.'),
  FAILED_TO_VERIFY_BACKUP_CODE_PLEASE_TRY_AGAIN: () => new Refusal('CONFLICT', atOnce),
  TOTP_ALREADY_ENABLED: () => new Refusal('CONFLICT', 'The second factor is on already: turn it off first.'),
  TOTP_NOT_ENABLED: isOff,
  TWO_FACTOR_NOT_ENABLED: isOff,
  BACKUP_CODES_NOT_ENABLED: isOff,
}
