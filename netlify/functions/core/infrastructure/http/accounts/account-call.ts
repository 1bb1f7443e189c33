import type { SignUpRecord } from '#infrastructure/auth/sign-up-record.js'
import type { AccountInput, AccountRoute } from './account-route.js'

/** A request to the account service. */
export type AccountCall = {
  readonly route: AccountRoute
  /** What the caller sent, parsed by the route's schemas. */
  readonly input: AccountInput
  readonly request: Request
  /** The caller's address as the platform saw it; the rate limits count by it. */
  readonly clientAddress: string
  readonly requestId: string
  /** By which this sign-up is recognised when it is repeated. */
  readonly signUpRecord?: SignUpRecord
}
