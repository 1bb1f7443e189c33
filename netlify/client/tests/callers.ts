import type { Auth } from '../src/auth/auth.js'
import { type Caller, caller } from '../src/caller.js'
import { memoryEtags } from '../src/etags.js'
import type { Operation } from '../src/operation.js'

/** A few operations as the generated table has them. */
export const someOperations = {
  'accounts.signIn': ['POST', '/auth/sign-in/email', 'p'],
  'accounts.signOut': ['POST', '/auth/sign-out', 's'],
  'accounts.changePassword': ['POST', '/auth/change-password', 's'],
  'accounts.token': ['GET', '/auth/token', 's'],
  'exercises.list': ['GET', '/exercises', 'p'],
  'sessions.create': ['POST', '/sessions', 'ki'],
  'sessions.list': ['GET', '/sessions', ''],
  'sessions.get': ['GET', '/sessions/{sessionId}', ''],
  'sessions.update': ['PATCH', '/sessions/{sessionId}', 'k'],
  'sessions.delete': ['DELETE', '/sessions/{sessionId}', 'k'],
} as const satisfies Record<string, Operation>

/** Makes a caller of these operations that is not patient. */
export function someCaller(baseUrl: string, auth: Auth | null = null): Caller {
  return caller({
    baseUrl,
    auth,
    operations: someOperations,
    fetch: (...given) => globalThis.fetch(...given),
    retries: 2,
    timeoutMs: 2_000,
    etags: memoryEtags(),
  })
}
