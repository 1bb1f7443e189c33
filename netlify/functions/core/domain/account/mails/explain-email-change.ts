import { within } from './explain-time-left.js'
import { type MailText, mailText } from './mail-text.js'

/** Asks at the old address whether the account shall have another one. */
export function explainEmailChange(newEmail: string, link: string, seconds: number): MailText {
  return mailText({
    subject: 'Confirm the change of your email address',
    paragraphs: [
      `Somebody who is signed in to your account of CalisthenIQ asks to change its email address to ${newEmail}.`,
      'If it was you, open this link; then a mail goes to the new address, to confirm that one too:',
      { link },
      `The link works ${within(seconds)}. If it was not you, change your password: that can end every session.`,
    ],
  })
}
