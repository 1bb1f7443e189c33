import type { AthleteId, KeyId } from '#domain/values/id.schema.js'
import { effect, sql } from '../statement.js'

/** Something that a later reader of the trail wants to know; it names no secret. */
type SecurityEntry = {
  readonly id: string
  readonly at: Date
  readonly kind: 'signed-up' | 'signed-in' | 'signed-out' | 'refused'
  readonly userId: AthleteId
  readonly keyId: KeyId | null
  readonly requestId: string
  /** The code of the refusal, and the operation. */
  readonly detail: string | null
  /** Within it the same is counted in one row; null where each time has a row of its own. */
  readonly period: 'hour' | null
}

/**
 * Appends to the trail of security, or counts what stands there. Use of keys is noted by
 * resolveApiKey().
 */
export const noteSecurity = effect({
  name: 'noteSecurity',
  sql: (entry: SecurityEntry) => sql`
    select app.note_security(
      ${entry.id}::uuid,
      ${entry.at}::timestamptz,
      ${entry.kind}::text,
      ${entry.userId}::uuid,
      ${entry.keyId}::uuid,
      ${entry.requestId}::text,
      ${entry.detail}::text,
      ${entry.period}::text)`,
})

/**
 * Notes a failed sign-in with the account of this email, where there is one: one row for each hour.
 * The email is not kept.
 */
export const noteFailedSignIn = effect({
  name: 'noteFailedSignIn',
  sql: ({ id, at, email, requestId }: { id: string; at: Date; email: string; requestId: string }) => sql`
    select app.note_failed_sign_in(${id}::uuid, ${at}::timestamptz, ${email}::text, ${requestId}::text)`,
})
