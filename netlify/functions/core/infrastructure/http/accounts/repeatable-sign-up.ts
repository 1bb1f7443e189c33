import * as z from 'zod'
import { type NewAccount, SignUp } from '#domain/account/credentials.schema.js'
import { Refusal } from '#domain/refusal.js'
import type { AccountService } from '#infrastructure/auth/better-auth.js'
import { findSignUpRecord } from '#infrastructure/auth/find-sign-up-record.js'
import { signUpRecord } from '#infrastructure/auth/sign-up-record.js'
import { refuseRequest } from '#orchestration/request-refusal.js'
import type { AccountCall } from './account-call.js'
import { type Ask, hasWrongCredentials } from './ask-noting.js'
import { accountRoutes } from './routes.js'

type Answered = { readonly answer: Response; readonly replayed: boolean }

/**
 * Signs up under an idempotency key. When the account was made under the same key, it signs in: the
 * password is compared by its slow hash, and nothing but digests of the rest was kept.
 *
 * Refuses as a sign-up does, and with IDEMPOTENCY_KEY_REUSED when the key belongs to a sign-up with
 * another password, name or time zone. A key of somebody else's sign-up tells nothing.
 */
export async function repeatableSignUp(
  service: AccountService,
  ask: Ask,
  { call, key }: { readonly call: AccountCall; readonly key: string },
): Promise<Answered> {
  const account = SignUp.parse(call.input.body)
  const record = signUpRecord(key, account)
  try {
    return { answer: await ask({ ...call, signUpRecord: record }), replayed: false }
  } catch (error) {
    const earlier = isTaken(error) ? await findSignUpRecord(service, account.email) : null
    if (earlier?.signUpKey !== record.signUpKey) throw error
    return earlier.signUpBody === record.signUpBody ? signInAgain(ask, call, account) : refuseReuse()
  }
}

async function signInAgain(ask: Ask, call: AccountCall, { email, password }: NewAccount): Promise<Answered> {
  try {
    const signedIn = await ask({ ...call, route: accountRoutes.signIn, input: { body: { email, password } } })
    return { answer: await asSignedUp(signedIn), replayed: true }
  } catch (error) {
    return hasWrongCredentials(error) ? refuseReuse() : Promise.reject(error)
  }
}

/** Leaves out of a sign-in's answer what a sign-up's has not. */
async function asSignedUp(signedIn: Response): Promise<Response> {
  const { redirect: _, ...output } = z.record(z.string(), z.unknown()).parse(await signedIn.json())
  return new Response(JSON.stringify(output), { headers: signedIn.headers })
}

function isTaken(error: unknown): boolean {
  return error instanceof Refusal && error.code === 'CONFLICT'
}

function refuseReuse(): never {
  return refuseRequest('IDEMPOTENCY_KEY_REUSED', 'This Idempotency-Key was used for another request.')
}
