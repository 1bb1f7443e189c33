import type { MailText } from '#domain/account/mails/mail-text.js'

/** A mail to one address. */
export type Mail = MailText & { readonly to: string }

/** Hands a mail to whatever delivers it; rejects when that refuses it. */
export type SendMail = (mail: Mail) => Promise<void>
