import { effect, sql } from '../statement.js'

/** Something that a later reader of the trail wants to know; it names no secret. */
export type SecurityEntry = {
  readonly id: string
  readonly at: Date
  readonly kind: 'refused'
  readonly userId: string
  readonly keyId: string | null
  readonly requestId: string
  /** The code of the refusal, and the operation. */
  readonly detail: string
}

/** Appends to the trail of security. */
export const appendSecurityEntry = effect({
  name: 'appendSecurityEntry',
  sql: (entry: SecurityEntry) => sql`
    insert into security_log (id, at, kind, user_id, key_id, request_id, detail)
    values (
      ${entry.id}::uuid,
      ${entry.at}::timestamptz,
      ${entry.kind}::text,
      ${entry.userId}::uuid,
      ${entry.keyId}::uuid,
      ${entry.requestId}::text,
      ${entry.detail}::text)`,
})
