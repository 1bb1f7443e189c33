import { type Meanings, ofField, ofRequest } from './meaning.js'

const wrongPassword = (pointer: string) =>
  ofField('INVALID_INPUT', 'This is not the password of the account.', { pointer, code: 'WRONG_PASSWORD' })

/** What signing up and in, and everything that asks for a password, is refused with. */
export const passwordMeanings: Meanings = {
  INVALID_EMAIL_OR_PASSWORD: ofRequest('WRONG_CREDENTIALS', 'There is no account with this email and password.'),
  EMAIL_NOT_VERIFIED: ofRequest(
    'EMAIL_NOT_VERIFIED',
    'The email address is not verified: open the link of the mail, or ask for a new one.',
  ),
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: ofField('CONFLICT', 'There is an account with this email already.', {
    pointer: '/email',
    code: 'EMAIL_TAKEN',
  }),
  CREDENTIAL_ACCOUNT_NOT_FOUND: ofField('INVALID_INPUT', 'The account has no password.', {
    pointer: '/password',
    code: 'NO_PASSWORD',
  }),
  INVALID_PASSWORD: wrongPassword('/password'),
}

/** What a change of the password is refused with, besides. */
export const ofCurrentPassword: Meanings = {
  INVALID_PASSWORD: wrongPassword('/currentPassword'),
  CREDENTIAL_ACCOUNT_NOT_FOUND: ofField('INVALID_INPUT', 'The account has no password yet: set one by a mail.', {
    pointer: '/currentPassword',
    code: 'NO_PASSWORD',
  }),
}
