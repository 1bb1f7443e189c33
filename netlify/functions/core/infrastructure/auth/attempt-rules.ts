import type { AttemptLimit } from './attempts.js'
import { ownerOfChallenge } from './challenge-owner.js'
import { type AttemptRule, emailIn, emailOfSession } from './limit-attempts.js'

/** Guesses at a password, wherever it is asked for. */
export const passwordGuesses: AttemptLimit = { name: 'password', max: 10, windowSeconds: 15 * 60 }

/** Guesses at a code, of an app or a backup code, by whoever knows the password (NIST SP 800-63B, 5.2.2). */
const codeGuesses: AttemptLimit = { name: 'code', max: 10, windowSeconds: 15 * 60 }

const anHour = 60 * 60

/** Mails that somebody who need not be signed in can have sent to an address. */
const resetMails: AttemptLimit = { name: 'reset-mail', max: 3, windowSeconds: anHour }
const verificationMails: AttemptLimit = { name: 'verification-mail', max: 3, windowSeconds: anHour }

const secondFactorChanges = ['/two-factor/enable', '/two-factor/disable', '/two-factor/generate-backup-codes']
const codes = ['/two-factor/verify-totp', '/two-factor/verify-backup-code']

/** Guesses and mails, by the email address that they are about. An absent account counts like one that is there. */
export const attemptRules: readonly AttemptRule[] = [
  { paths: ['/sign-in/email'], limit: passwordGuesses, subjectOf: emailIn, endsBySuccess: true },
  { paths: ['/change-password'], limit: passwordGuesses, subjectOf: emailOfSession, endsBySuccess: true },
  { paths: ['/delete-user'], limit: passwordGuesses, subjectOf: emailOfSession },
  { paths: secondFactorChanges, limit: passwordGuesses, subjectOf: emailOfSession, endsBySuccess: true },
  { paths: codes, limit: codeGuesses, subjectOf: ownerOfChallenge, endsBySuccess: true },
  { paths: ['/request-password-reset'], limit: resetMails, subjectOf: emailIn },
  { paths: ['/send-verification-email'], limit: verificationMails, subjectOf: emailIn },
]
