import { Refusal } from '#domain/refusal.js'
import { type Meanings, ofField, ofRequest } from './meaning.js'

const foreignPage = (pointer: string) =>
  ofField('INVALID_INPUT', 'This page is on an origin that CORS_ORIGINS does not list.', {
    pointer,
    code: 'ORIGIN_NOT_ALLOWED',
  })

const notConfirmed = ofField('INVALID_INPUT', 'The provider does not confirm this: begin again.', {
  pointer: '/code',
  code: 'NOT_CONFIRMED',
})

const inConflict = (detail: string) => () => new Refusal('CONFLICT', detail)

/** What signing in with a provider, and linking one, is refused with. */
export const providerMeanings: Meanings = {
  PROVIDER_NOT_FOUND: ofField('INVALID_INPUT', 'There is no such provider here, or it cannot be reached now.', {
    pointer: '/provider',
    code: 'UNKNOWN_PROVIDER',
  }),
  INVALID_CALLBACK_URL: foreignPage('/callbackURL'),
  INVALID_ERROR_CALLBACK_URL: foreignPage('/errorCallbackURL'),
  STATE_UNKNOWN: ofRequest(
    'MALFORMED_REQUEST',
    'Nothing was begun here with this state, or it took too long: begin again.',
  ),
  NOT_HANDED_OVER: ofField('INVALID_INPUT', 'The code is used or too old, or another page began: begin again.', {
    pointer: '/code',
    code: 'CODE_USED',
  }),
  invalid_code: notConfirmed,
  issuer_mismatch: notConfirmed,
  nonce_binding_missing: notConfirmed,
  unable_to_get_user_info: notConfirmed,
  state_mismatch: notConfirmed,
  email_not_found: inConflict('The provider tells no email address, and an account needs one.'),
  account_not_linked: ofField(
    'CONFLICT',
    'There is an account with this email address: sign in to it as before, or reset its password, and link the provider there.',
    { pointer: '/code', code: 'ACCOUNT_NOT_LINKED' },
  ),
  unable_to_link_account: inConflict('The provider has not verified the email address, or the session has ended.'),
  account_already_linked_to_different_user: inConflict('This account at the provider is linked to somebody else here.'),
  FAILED_TO_UNLINK_LAST_ACCOUNT: inConflict(
    'This is the last way into the account: link another provider or set a password first.',
  ),
  ACCOUNT_NOT_FOUND: ofField('INVALID_INPUT', 'You have linked no such account.', {
    pointer: '/accountId',
    code: 'UNKNOWN_ACCOUNT',
  }),
}
