import { randomUUID } from 'node:crypto'
import type { AccountInput } from '#http/accounts/account-route.js'
import type { AccountRouteName } from '#http/accounts/routes.js'

/** What a walk sends: the input of the route, and the session token of whoever asks. */
export type Step = AccountInput & { readonly token?: string }

/**
 * Asks a route of the account service, holds the answer against its documentation, and returns it; a
 * list as `items`, a redirect as `to`.
 */
export type Ask = (name: AccountRouteName, step?: Step) => Promise<Record<string, unknown>>

/** Asks each route of a group, in an order in which all goes well. */
export type Walk = (ask: Ask) => Promise<void>

/** Somebody who has no account yet. */
export const walker = () => ({
  email: `${randomUUID()}@example.com`,
  password: 'correct horse',
  name: 'Ada',
  timeZone: 'UTC',
})

/** Makes an account, and returns it with its session token. */
export async function signedUp(ask: Ask) {
  const account = walker()
  const { token } = await ask('signUp', { body: account })
  return { account, token: String(token) }
}
