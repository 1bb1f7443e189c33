import { within } from './explain-time-left.js'
import { type MailText, mailText } from './mail-text.js'

/** Asks whoever reads mails at this address to confirm it. */
export function explainVerification(link: string, seconds: number): MailText {
  return mailText({
    subject: 'Confirm your email address',
    paragraphs: [
      'This address was given for an account of CalisthenIQ. If you gave it, open this link to confirm it:',
      { link },
      `The link works ${within(seconds)}. If you did not give this address, do nothing: it stays unconfirmed.`,
    ],
  })
}
