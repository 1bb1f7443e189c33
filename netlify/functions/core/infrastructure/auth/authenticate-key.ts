import type { Database } from '#database/connection.js'
import type { Principal } from '#domain/account/principal.js'
import { newId } from '#infrastructure/new-id.js'
import { resolveApiKey } from '#queries/api-keys.js'
import { hashOfKey, isWellFormedKey } from './api-key.js'
import type { Asked } from './authenticate.js'
import { rejectCredentials } from './credentials-error.js'

/**
 * Tells whose API key this is, and notes its use. A revoked or expired key is refused from the next
 * request on, and the owner's security log says so.
 *
 * Refuses with UNAUTHENTICATED, in the same words for every fault of a key.
 */
export async function authenticateKey(key: string, database: Database, { requestId }: Asked): Promise<Principal> {
  const refused = 'The API key is not valid.'
  if (!isWellFormedKey(key)) return rejectCredentials(refused)
  const [found] = await database.batch([resolveApiKey({ hash: hashOfKey(key), entryId: newId(), requestId })])
  if (!found) return rejectCredentials(refused)
  return { userId: found.userId, scopes: new Set(found.scopes), keyId: found.id, signedInAt: null }
}
