import type { AccountService } from './better-auth.js'
import { recordIn, type SignUpRecord } from './sign-up-record.js'

/** Finds the record of the sign-up that made the account with this email; null when there is none. */
export async function findSignUpRecord({ $context }: AccountService, email: string): Promise<SignUpRecord | null> {
  const { internalAdapter } = await $context
  const found = await internalAdapter.findUserByEmail(email, { includeAccounts: true })
  return found?.accounts.map(recordIn).find((record) => record !== null) ?? null
}
