import { Refusal } from '../../domain/refusal.js'
import { appendSecurityEntry } from '../database/queries/security-log.js'
import { boundTo } from '../database/unit-of-work.js'
import type { Principal } from './call.js'
import type { Environment } from './environment.js'

/**
 * Notes that somebody who is known was refused what they may not do. The trail is best effort: when it cannot be written, the
 * answer is the same, and the log says so. Who is not known leaves no row, so that a flood of bad tokens writes nothing.
 */
export async function noteRefusal(
  environment: Environment,
  refusal: unknown,
  refused: { principal: Principal | null; requestId: string; operation: string },
): Promise<void> {
  const { principal, requestId, operation } = refused
  if (!principal || !(refusal instanceof Refusal)) return
  const { userId, keyId } = principal
  const entry = { id: environment.newId(), at: environment.clock(), userId, keyId, requestId }
  const statement = appendSecurityEntry({ ...entry, kind: 'refused', detail: `${refusal.code} ${operation}` })
  await boundTo(environment.database, { kind: 'athlete', userId })
    .batch([statement])
    .catch((error: unknown) => environment.log.failure(requestId, error))
}
