import type { Transporter } from 'nodemailer'
import type { SendMail } from './mail.js'

/** Milliseconds for each step of talking to a mail server; nobody waits for it, but the process lives on by it. */
const timeouts = { connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 10_000, dnsTimeout: 5_000 }

/**
 * Sends by SMTP: `smtps://` encrypts from the beginning, `smtp://` where the server offers STARTTLS,
 * and only then with `?requireTLS=true`. A mail attaches nothing and fetches nothing.
 *
 * @param from the sender, `CalisthenIQ <no-reply@example.com>`.
 */
export function smtp(url: string, from: string): SendMail {
  let transporter: Promise<Transporter> | undefined
  return async ({ to, subject, text, html }) => {
    transporter ??= open(url)
    const message = { from, to: { name: '', address: to }, subject, text, html, headers: unanswered }
    await (await transporter).sendMail({ ...message, disableFileAccess: true, disableUrlAccess: true })
  }
}

/** Keeps out-of-office replies away (RFC 3834, 5). */
const unanswered = { 'Auto-Submitted': 'auto-generated' }

// loaded with the first mail: most cold starts send none
async function open(url: string): Promise<Transporter> {
  const { createTransport } = await import('nodemailer')
  return createTransport({ ...timeouts, url })
}
