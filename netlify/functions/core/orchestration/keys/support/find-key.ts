import { refuse } from '#domain/refusal.js'
import type { KeyId } from '#domain/values/id.schema.js'
import type { Context } from '#orchestration/context.js'
import { type ApiKey, findApiKey } from '#queries/api-keys.js'

/** Reads one of the caller's keys. Refuses with KEY_NOT_FOUND. */
export async function requireKey(context: Context, id: KeyId): Promise<ApiKey> {
  const found = await context.read(findApiKey({ userId: context.athleteId, id }))
  return found ?? refuse('KEY_NOT_FOUND', 'There is no such API key.')
}
