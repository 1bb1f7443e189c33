import { type NewAccount, SignUp } from '#domain/account/credentials.schema.js'
import { AthleteId } from '#domain/values/id.schema.js'
import { accountPool } from './account-pool.js'
import { type AccountSettings, accountService } from './better-auth.js'

/**
 * Creates an account as signing up does, without HTTP; for demo data and tests.
 *
 * @param databaseUrl of the owner of the tables.
 * @returns the new athlete's id.
 * @throws when the email is taken, or the account is malformed.
 */
export async function createAccount(
  databaseUrl: string,
  settings: AccountSettings,
  account: NewAccount,
): Promise<AthleteId> {
  const body = SignUp.parse(account)
  const pool = accountPool(databaseUrl)
  try {
    const { user } = await accountService(pool, settings).api.signUpEmail({ body })
    return AthleteId.parse(user.id)
  } finally {
    await pool.end()
  }
}
