import type { AthleteId, KeyId } from '#domain/values/id.schema.js'
import { effect, sql } from '../statement.js'

/** An entry of the security log. It contains no secret. */
type SecurityEntry = {
  readonly id: string
  readonly at: Date
  /** What happened to the account (`AccountEvent`), or that a request was refused. */
  readonly kind: string
  readonly userId: AthleteId
  readonly keyId: KeyId | null
  readonly requestId: string
  /** The code of a refusal, and the operation that refused. */
  readonly detail: string | null
  /**
   * Entries that are alike within this period share one row with a count; null gives each a row of
   * its own.
   */
  readonly period: 'hour' | null
}

/**
 * Appends an entry to the security log, or adds to the count of one that is alike. The use of API
 * keys is noted elsewhere, by `resolveApiKey`.
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
 * Notes a failed sign-in for the account with this email, if there is one, in one row per hour. The
 * email is not stored.
 */
export const noteFailedSignIn = effect({
  name: 'noteFailedSignIn',
  sql: ({ id, at, email, requestId }: { id: string; at: Date; email: string; requestId: string }) => sql`
    select app.note_failed_sign_in(${id}::uuid, ${at}::timestamptz, ${email}::text, ${requestId}::text)`,
})
