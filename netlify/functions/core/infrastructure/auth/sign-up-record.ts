import { createHash } from 'node:crypto'
import type { BetterAuthOptions } from 'better-auth'
import * as z from 'zod'
import type { NewAccount } from '#domain/account/credentials.schema.js'

/**
 * By which a repeated sign-up is recognised: digests (SHA-256, hex) of its idempotency key, and of
 * its body. The password is not in the second, because its slow hash is stored with the account.
 */
export type SignUpRecord = { readonly signUpKey: string; readonly signUpBody: string }

/** The header in which the handler passes on the record of a sign-up under a key. */
export const signUpRecordHeader = 'x-calistheniq-sign-up-record'

/** Makes the record of a sign-up under an idempotency key. */
export function signUpRecord(key: string, { email, name, timeZone, consents }: NewAccount): SignUpRecord {
  const digest = (text: string) => createHash('sha256').update(text).digest('hex')
  return {
    signUpKey: digest(key),
    signUpBody: digest(JSON.stringify([email, name, timeZone, ...(consents ? [consents] : [])])),
  }
}

const Recorded = z.object({ signUpKey: z.string(), signUpBody: z.string() })

/** Reads the record in the credentials of an account; null where there is none. */
export function recordIn(account: unknown): SignUpRecord | null {
  return Recorded.safeParse(account).data ?? null
}

type Hooks = NonNullable<BetterAuthOptions['databaseHooks']>
type BeforeAccount = NonNullable<NonNullable<NonNullable<Hooks['account']>['create']>['before']>

/** Stores the record with the credentials, in the transaction that makes the account. */
export const keepSignUpRecord: BeforeAccount = async (account, context) => {
  const header = context?.headers?.get(signUpRecordHeader)
  return header ? { data: { ...account, ...Recorded.parse(JSON.parse(header)) } } : undefined
}
