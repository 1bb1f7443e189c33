import type { BetterAuthOptions, BetterAuthPlugin } from 'better-auth'
import { explainEmailChange } from '#domain/account/mails/explain-email-change.js'
import { explainExistingAccount } from '#domain/account/mails/explain-existing-account.js'
import { explainNewPassword } from '#domain/account/mails/explain-new-password.js'
import { explainReset } from '#domain/account/mails/explain-reset.js'
import { explainVerification } from '#domain/account/mails/explain-verification.js'
import type { MailText } from '#domain/account/mails/mail-text.js'
import type { SendMail } from '#infrastructure/mail/mail.js'
import { type AttemptLimit, type Counting, countAttempt } from './attempts.js'
import { later } from './behind-the-answer.js'
import { leadsToPage, mailLink } from './mail-links.js'

/** Seconds for which a link or a code sets a new password. */
const resetSeconds = 60 * 60

/** Seconds for which a link confirms an address: mails are read the next morning. */
const verificationSeconds = 24 * 60 * 60

/** All mails to an address together; those beyond are dropped, so that no mailbox is flooded from here. */
const mailsToAnAddress: AttemptLimit = { name: 'mail', max: 10, windowSeconds: 60 * 60 }

type Options = Pick<BetterAuthOptions, 'emailAndPassword' | 'emailVerification' | 'user'>

/**
 * The mails of the account service, as options of it. Each is sent behind the answer, so that an answer
 * about an address takes as long without an account as with one. Without a way to send, what needs a
 * mail is refused for everybody alike.
 */
export function accountMails(send: SendMail | undefined) {
  const { counting, plugin } = knownContext()
  const post: Post = (to, text) => later(sendCounted(send, counting, { to, ...text }))
  return {
    plugin,
    counting,
    tellNewPassword: (to: string) => post(to, explainNewPassword()),
    emailAndPassword: { resetPasswordTokenExpiresIn: resetSeconds, ...(send ? onRequest(post) : {}) },
    emailVerification: { expiresIn: verificationSeconds, ...(send ? verification(post) : {}) },
    changeEmail: { enabled: true, ...(send ? emailChange(post) : {}) },
  }
}

export type AccountMails = ReturnType<typeof accountMails>

type Post = (to: string, text: MailText) => void

function onRequest(post: Post) {
  return {
    sendResetPassword: async ({ user, url, token }) => {
      post(user.email, explainReset(leadsToPage(url) ? { link: url } : { code: token }, resetSeconds))
    },
    onExistingUserSignUp: async ({ user }) => post(user.email, explainExistingAccount()),
  } satisfies Partial<NonNullable<Options['emailAndPassword']>>
}

function verification(post: Post) {
  return {
    sendOnSignUp: true,
    sendVerificationEmail: async ({ user, url }) => {
      post(user.email, explainVerification(mailLink(url), verificationSeconds))
    },
  } satisfies Partial<NonNullable<Options['emailVerification']>>
}

function emailChange(post: Post) {
  return {
    sendChangeEmailConfirmation: async ({ user, newEmail, url }) => {
      post(user.email, explainEmailChange(newEmail, mailLink(url), verificationSeconds))
    },
  } satisfies Partial<NonNullable<NonNullable<Options['user']>['changeEmail']>>
}

async function sendCounted(send: SendMail | undefined, counting: Promise<Counting>, mail: Parameters<SendMail>[0]) {
  if (!send) return
  await countAttempt(await counting, mailsToAnAddress, mail.to)
  await send(mail)
}

/** Hands out the service's context to what is called without it. */
function knownContext() {
  const { promise: counting, resolve } = Promise.withResolvers<Counting>()
  const plugin = { id: 'account-mails', init: (context) => resolve(context) } satisfies BetterAuthPlugin
  return { counting, plugin }
}
