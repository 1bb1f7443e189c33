import type { MailSettings } from '#infrastructure/config/mail-settings.js'
import type { SendMail } from './mail.js'
import { outbox } from './outbox.js'
import { smtp } from './smtp.js'

/**
 * Makes what sends mails; undefined where nothing does. A failure is told in the words of the protocol
 * alone: an error of a mail server may name who the mail is for.
 */
export function createMail(settings: MailSettings | null): SendMail | undefined {
  if (!settings) return undefined
  const send = settings.kind === 'smtp' ? smtp(settings.url, settings.from) : outbox(settings.folder)
  return (mail) =>
    send(mail).catch((error: unknown) => {
      throw new Error(`the mail "${mail.subject}" was not taken: ${codesOf(error)}`)
    })
}

function codesOf(error: unknown): string {
  const fields = ['code', 'responseCode', 'command', 'syscall'] as const
  const known = typeof error === 'object' && error !== null ? (error as Record<string, unknown>) : {}
  const codes = fields.flatMap((name) => (known[name] === undefined ? [] : [`${name} ${String(known[name])}`]))
  return codes.length > 0 ? codes.join(', ') : 'unknown error'
}
