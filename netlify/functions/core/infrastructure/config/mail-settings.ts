import * as z from 'zod'

/** How mails leave: by SMTP, or into a folder that a developer looks into. */
export type MailSettings =
  | { readonly kind: 'smtp'; readonly url: string; readonly from: string }
  | { readonly kind: 'outbox'; readonly folder: string }

export const mailEnvironment = z.object({
  MAIL_URL: z.url({ protocol: /^smtps?$/, error: 'must be smtp:// or smtps://' }).optional(),
  MAIL_FROM: z
    .string()
    .max(320)
    .regex(/^([^\p{Cc}<>]+<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/u, 'must be an address, or Name <address>')
    .optional(),
  MAIL_OUTBOX: z.string().optional(),
  REQUIRE_VERIFIED_EMAIL: z.stringbool().default(false),
})

type Given = z.output<typeof mailEnvironment>

/** Reads how mails leave; null where this deployment sends none. */
export function mailOf({ MAIL_URL: url, MAIL_FROM: from, MAIL_OUTBOX: folder }: Given): MailSettings | null {
  if (url && from) return { kind: 'smtp', url, from }
  return folder ? { kind: 'outbox', folder } : null
}

/** Lists what the settings of mails lack. */
export function mailFaults({ MAIL_URL: url, MAIL_FROM: from, MAIL_OUTBOX: folder, ...more }: Given): string[] {
  const faults = {
    'MAIL_FROM is not set: give the address that mails come from': url && !from,
    'MAIL_URL and MAIL_OUTBOX are both set: mails go to one of them': url && folder,
    'REQUIRE_VERIFIED_EMAIL needs MAIL_URL or MAIL_OUTBOX: nobody could verify an address':
      more.REQUIRE_VERIFIED_EMAIL && !url && !folder,
  }
  return Object.entries(faults).flatMap(([fault, applies]) => (applies ? [fault] : []))
}
