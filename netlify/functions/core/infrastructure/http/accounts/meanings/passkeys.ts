import { passkeysMax } from '#domain/account/passkey.schema.js'
import { Refusal } from '#domain/refusal.js'
import { type Meanings, ofField, ofRequest } from './meaning.js'

const noPasskey = ofField('INVALID_INPUT', 'You have no such passkey.', { pointer: '/id', code: 'UNKNOWN_PASSKEY' })
const notMade = ofField(
  'INVALID_INPUT',
  'The passkey cannot be kept: it was made for something else, or is kept already.',
  {
    pointer: '/response',
    code: 'PASSKEY_NOT_VERIFIED',
  },
)
const notVerified = ofRequest('UNAUTHENTICATED', 'There is no account with this passkey, or its answer does not hold.')

/** What making passkeys, and signing in by them, is refused with. */
export const passkeyMeanings: Meanings = {
  CHALLENGE_NOT_FOUND: ofField('INVALID_INPUT', 'The challenge is used or too old: ask for another one.', {
    pointer: '/challenge',
    code: 'CHALLENGE_USED',
  }),
  PASSKEY_NOT_FOUND: notVerified,
  AUTHENTICATION_FAILED: notVerified,
  FAILED_TO_VERIFY_REGISTRATION: notMade,
  YOU_ARE_NOT_ALLOWED_TO_REGISTER_THIS_PASSKEY: notMade,
  TOO_MANY_PASSKEYS: () => new Refusal('CONFLICT', `There are ${passkeysMax} passkeys already: delete one first.`),
  OWNER_NOT_VERIFIED: ofRequest('UNAUTHENTICATED', 'The authenticator must ask for its owner, by a PIN or a finger.'),
}

/** What naming and deleting a passkey is refused with: somebody else's is as unknown as none. */
export const ofPasskeyItself: Meanings = {
  '401': noPasskey,
  PASSKEY_NOT_FOUND: noPasskey,
  YOU_ARE_NOT_ALLOWED_TO_REGISTER_THIS_PASSKEY: noPasskey,
}
