/** A row of a table, in PostgreSQL's text form. */
export type TextRow = Readonly<Record<string, string | null>>

/** A way in which what somebody once allowed has ended, and must stay ended after a restore. */
export type Ending = {
  /** Where a live database, or a later backup, says what has ended, and in which columns. */
  readonly told: { readonly table: string; readonly columns: readonly string[]; readonly where: string }
  /** Says the same as `where`. */
  readonly isOver: (row: TextRow) => boolean
  /** The table whose rows end, and the statement that ends them, given the rows as JSON. */
  readonly table: string
  readonly endAgain: string
}

const webhooks = 'public.webhook_endpoints'

/** Revoked keys, withdrawn consents, and webhooks that were switched off or deleted. */
export const endings: readonly Ending[] = [
  {
    told: { table: 'public.api_keys', columns: ['id', 'revoked_at'], where: 'revoked_at is not null' },
    isOver: ({ revoked_at }) => revoked_at !== null,
    table: 'public.api_keys',
    endAgain: `
      update public.api_keys as restored
      set revoked_at = ended.revoked_at, version = restored.version + 1
      from json_to_recordset($1::json) as ended (id uuid, revoked_at timestamptz)
      where restored.id = ended.id
        and restored.revoked_at is null`,
  },
  {
    told: { table: 'public.consents', columns: ['user_id', 'purpose', 'given', 'changed_at'], where: 'not given' },
    isOver: ({ given }) => given === 'false',
    table: 'public.consents',
    endAgain: `
      update public.consents as restored
      set given = false, changed_at = ended.changed_at, version = restored.version + 1
      from json_to_recordset($1::json) as ended (user_id uuid, purpose text, changed_at timestamptz)
      where restored.user_id = ended.user_id
        and restored.purpose = ended.purpose
        and restored.given`,
  },
  {
    told: { table: webhooks, columns: ['id', 'disabled_at'], where: 'disabled_at is not null' },
    isOver: ({ disabled_at }) => disabled_at !== null,
    table: webhooks,
    endAgain: `
      update public.webhook_endpoints as restored
      set disabled_at = ended.disabled_at, version = restored.version + 1
      from json_to_recordset($1::json) as ended (id uuid, disabled_at timestamptz)
      where restored.id = ended.id
        and restored.disabled_at is null`,
  },
  {
    // its row is gone, but not the event
    told: { table: 'public.events', columns: ['type', 'subject'], where: `type = 'webhook.deleted'` },
    isOver: ({ type }) => type === 'webhook.deleted',
    table: webhooks,
    endAgain: `
      delete from public.webhook_endpoints as restored
      using json_to_recordset($1::json) as ended (subject uuid)
      where restored.id = ended.subject`,
  },
]
