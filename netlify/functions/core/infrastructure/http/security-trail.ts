import { metered, meterInForce } from '#database/metered.js'
import type { Statement } from '#database/statement.js'
import { boundTo } from '#database/unit-of-work.js'
import type { AccountTrail } from '#infrastructure/auth/account-trail.js'
import type { RequestRefusal } from '#orchestration/request-refusal.js'
import { noteFailedSignIn, noteSecurity } from '#queries/security-log.js'
import { deadlineIn } from './deadline.js'
import type { Environment } from './environment.js'
import type { Identified, Received } from './exchange.js'
import { countNow } from './quota.js'

/**
 * Notes that a known caller was refused, once an hour for each operation, and counts the request in
 * the same round trip. Unknown callers leave no row, so a flood of bad tokens writes nothing.
 */
export async function noteRefusal(identified: Identified, { code }: RequestRefusal): Promise<void> {
  const { environment, operation, requestId, now, principal } = identified
  if (!principal) return
  const { userId, keyId } = principal
  const entry = { id: environment.newId(), at: now, userId, keyId, requestId, period: 'hour' } as const
  const statement = noteSecurity({ ...entry, kind: 'refused', detail: `${code} ${operation.id}` })
  await countNow(identified, [statement])
}

/** Notes what happens to accounts, and who failed to sign in. */
export function accountTrail(environment: Environment): AccountTrail {
  const { newId, clock, config } = environment
  const noteAsVisitor = (requestId: string, statement: Statement<void>) => {
    const deadline = deadlineIn(config.http.deadlineMs)
    return note({ environment, requestId, deadline }, statement)
  }
  return {
    noted: (kind, userId, requestId) => {
      const entry = { id: newId(), at: clock(), kind, userId, requestId }
      return noteAsVisitor(requestId, noteSecurity({ ...entry, keyId: null, detail: null, period: null }))
    },
    signInFailed: (email, requestId) =>
      noteAsVisitor(requestId, noteFailedSignIn({ id: newId(), at: clock(), email, requestId })),
  }
}

/**
 * Writes an entry at best effort: when it cannot be written, the answer is the same, and the log
 * says so.
 */
async function note(
  { environment, requestId, deadline }: Pick<Received, 'environment' | 'requestId' | 'deadline'>,
  entry: Statement<void>,
): Promise<void> {
  const meter = meterInForce.getStore()
  const database = meter ? metered(environment.database, meter) : environment.database
  await boundTo(database, { kind: 'visitor' }, deadline)
    .batch([entry])
    .catch((error: unknown) => environment.log.failure(requestId, error))
}
