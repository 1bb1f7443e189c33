import { type MailText, mailText } from './mail-text.js'

/** Tells the owner of an account that somebody tried to sign up with its address. */
export function explainExistingAccount(): MailText {
  return mailText({
    subject: 'You have an account already',
    paragraphs: [
      'Somebody tried to sign up to CalisthenIQ with this address, which has an account already.',
      'If it was you, sign in instead; a forgotten password can be reset. If it was not you, do nothing.',
    ],
  })
}
