import { RequestRefusal } from '#orchestration/request-refusal.js'
import { type Meanings, ofField, ofRequest } from './meaning.js'

const notConfigured = ofRequest('MAIL_NOT_CONFIGURED', 'This deployment sends no mails: its operator sets MAIL_URL.')
const notValid = ofRequest(
  'LINK_NOT_VALID',
  'The link or the code of the mail is not valid, or not any more. Ask for a new mail.',
)

const notAllowed = {
  code: 'ORIGIN_NOT_ALLOWED',
  detail: 'Only pages of origins that may call from a browser are led to: CORS_ORIGINS lists them.',
}
const page = (pointer: string) => ofField('INVALID_INPUT', notAllowed.detail, { pointer, code: notAllowed.code })

/** What the link of a mail is refused with, besides: the page to lead to is in its address. */
export const ofLink: Meanings = {
  INVALID_CALLBACK_URL: () =>
    new RequestRefusal('MALFORMED_REQUEST', notAllowed.detail, {
      faults: [{ parameter: 'callbackURL', ...notAllowed }],
    }),
}

/** What asking for a mail, and what came with it, is refused with. */
export const mailMeanings: Meanings = {
  RESET_PASSWORD_DISABLED: notConfigured,
  VERIFICATION_EMAIL_NOT_ENABLED: notConfigured,
  VERIFICATION_EMAIL_ISN_T_ENABLED: notConfigured,
  INVALID_TOKEN: notValid,
  TOKEN_EXPIRED: notValid,
  USER_NOT_FOUND: notValid,
  INVALID_USER: notValid,
  INVALID_CALLBACK_URL: page('/callbackURL'),
  INVALID_REDIRECT_URL: page('/redirectTo'),
  EMAIL_IS_THE_SAME: ofField('INVALID_INPUT', 'This is the address of the account already.', {
    pointer: '/newEmail',
    code: 'SAME',
  }),
  EMAIL_MISMATCH: ofField('INVALID_INPUT', 'This is not the address of the account that is signed in.', {
    pointer: '/email',
    code: 'OTHER_ACCOUNT',
  }),
  EMAIL_ALREADY_VERIFIED: ofField('INVALID_INPUT', 'The address is verified already.', {
    pointer: '/email',
    code: 'VERIFIED',
  }),
}
