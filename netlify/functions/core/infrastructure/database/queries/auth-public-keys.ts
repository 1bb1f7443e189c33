import * as z from 'zod'
import { many, sql } from '../statement.js'

/**
 * The public half of a key that signs access tokens or did so recently; `publicKey` is a JWK (RFC
 * 7517) as JSON text.
 */
export type SigningKey = { readonly id: string; readonly publicKey: string }

/**
 * Lists the keys that still verify tokens: those that sign now, and those replaced less than
 * `graceSeconds` ago.
 */
export const listSigningKeys = many({
  name: 'listSigningKeys',
  row: z.object({ id: z.string(), public_key: z.string() }),
  sql: ({ graceSeconds }: { graceSeconds: number }) => sql`
    select id, public_key
    from auth_public_keys
    where expires_at is null
      or expires_at > now() - make_interval(secs => ${graceSeconds}::double precision)
    order by created_at, id
  `,
  map: (row): SigningKey => ({ id: row.id, publicKey: row.public_key }),
})
