import type { SendMail } from '#infrastructure/mail/mail.js'
import type { AccountTrail } from './account-trail.js'

/** What the account service is given besides its database and its settings. */
export type AccountParts = {
  readonly trail?: AccountTrail
  /** Sends mails, and tells itself of those that it could not send. Left out where none are sent. */
  readonly mail?: SendMail
  /** Whether it can ask providers. It reads what they can when it begins, which takes a request to each. */
  readonly asksProviders?: boolean
}
