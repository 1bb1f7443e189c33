import { type MailText, mailText } from './mail-text.js'

/** Tells the owner of an account that its password is another one now. */
export function explainNewPassword(): MailText {
  return mailText({
    subject: 'Your password was changed',
    paragraphs: [
      'The password of your account of CalisthenIQ was changed.',
      'Look at what else opens it, too: passkeys, linked providers, API keys and webhooks.',
      'If it was not you, reset it at once: that ends every session of the account.',
    ],
  })
}
