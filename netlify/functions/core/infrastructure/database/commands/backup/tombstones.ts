import * as z from 'zod'
import { withPgSession } from '#database/pg-session/pg-session.js'
import { CommandError } from '#infrastructure/command-line/command-error.js'
import { exitCodes } from '#infrastructure/command-line/exit-codes.js'
import { type CheckedArchive, checkArchive } from './check-archive.js'
import { readArchive } from './read-archive.js'
import { takeRoleFor, wholeTableRoles } from './table-roles.js'
import { inSnapshot } from './transaction.js'

/** The table of tombstones. */
export const tombstonesTable = 'public.erasure_tombstones'

const Tombstone = z.object({ user_id: z.string(), erased_at: z.string(), scope: z.string() })

/**
 * The record of an erasure: the user, the instant (in PostgreSQL's text form), and the scope of
 * what was erased.
 */
export type Tombstone = Readonly<z.output<typeof Tombstone>>

/**
 * Reads the tombstones of a live database (a `postgres://` URL) or of another backup (a file).
 *
 * @throws CommandError: unreachable; usage (no such file); refused (a file that is not a whole
 *   backup).
 */
export async function readTombstones(source: string): Promise<Tombstone[]> {
  return /^postgres(ql)?:\/\//.test(source) ? readFromDatabase(source) : readFromArchive(await checkArchive(source))
}

function readFromDatabase(url: string): Promise<Tombstone[]> {
  return withPgSession(url, (client) =>
    inSnapshot(client, async () => {
      const roles = await wholeTableRoles(client, 'select')
      if (!roles.has(tombstonesTable))
        throw new CommandError(exitCodes.refused, 'The database of --tombstones has no tombstones: give another one.')
      await takeRoleFor(client, tombstonesTable, roles)
      const { rows } = await client.query(
        `select user_id::text, erased_at::text, scope from ${tombstonesTable} order by user_id`,
      )
      return z.array(Tombstone).parse(rows)
    }),
  )
}

async function readFromArchive({ file, header }: CheckedArchive): Promise<Tombstone[]> {
  const columns = header.tables.find(({ name }) => name === tombstonesTable)?.columns ?? []
  const tombstones: Tombstone[] = []
  for await (const part of readArchive(file)) {
    if (part.kind !== 'rows' || part.table !== tombstonesTable) continue
    for (const line of part.lines) {
      const values = z.array(z.string().nullable()).parse(JSON.parse(String(line)))
      const named = columns.map(({ name }, index) => [name, values[index]] as const)
      tombstones.push(Tombstone.parse(Object.fromEntries(named)))
    }
  }
  return tombstones
}
