import { within } from './explain-time-left.js'
import { type MailText, mailText } from './mail-text.js'

/** Hands out what sets a new password: a link to the app's page, or the code where the app has none. */
export function explainReset(way: { readonly link: string } | { readonly code: string }, seconds: number): MailText {
  const how = 'link' in way ? 'open this link' : 'give this code to the app that you asked with'
  const what = 'link' in way ? 'link' : 'code'
  return mailText({
    subject: 'Set a new password',
    paragraphs: [
      `Somebody asked for a new password for your account of CalisthenIQ. If it was you, ${how}:`,
      way,
      `The ${what} works once, and ${within(seconds)}. Setting a new password ends every session of your account.`,
      'If it was not you, do nothing: your password stays as it is.',
    ],
  })
}
