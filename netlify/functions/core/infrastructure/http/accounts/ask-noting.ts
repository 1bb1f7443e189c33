import { SignIn } from '#domain/account/credentials.schema.js'
import type { AccountTrail } from '#infrastructure/auth/account-trail.js'
import type { AccountService } from '#infrastructure/auth/better-auth.js'
import { RequestRefusal } from '#orchestration/request-refusal.js'
import type { AccountCall } from './account-call.js'
import { callService } from './call-service.js'
import { accountRoutes } from './routes.js'

/** Calls the account service. */
export type Ask = (call: AccountCall) => Promise<Response>

/** Makes calls that refuse as `callService` does, and note failed sign-ins in the security log. */
export function askNoting(service: AccountService, trail: AccountTrail): Ask {
  return async (call) => {
    try {
      return await callService(service, call)
    } catch (error) {
      if (isFailedSignIn(call, error)) await trail.signInFailed(SignIn.parse(call.input.body).email, call.requestId)
      throw error
    }
  }
}

function isFailedSignIn({ route }: AccountCall, error: unknown): boolean {
  return route === accountRoutes.signIn && hasWrongCredentials(error)
}

/** Tells whether the account service knows nobody with these credentials. */
export function hasWrongCredentials(error: unknown): boolean {
  return error instanceof RequestRefusal && error.code === 'WRONG_CREDENTIALS'
}
