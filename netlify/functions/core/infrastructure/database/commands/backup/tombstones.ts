import * as z from 'zod'
import type { Told } from './told-rows.js'

/** The table of tombstones. */
export const tombstonesTable = 'public.erasure_tombstones'

export const toldTombstones: Told = {
  table: tombstonesTable,
  columns: ['user_id', 'erased_at', 'scope'],
  where: 'true',
}

/**
 * The record of an erasure: the user, the instant (in PostgreSQL's text form), and the scope of
 * what was erased.
 */
export const Tombstone = z.object({ user_id: z.string(), erased_at: z.string(), scope: z.string() })
export type Tombstone = Readonly<z.output<typeof Tombstone>>
