import type { Client } from 'pg'
import { withPgSession } from '#database/pg-session/pg-session.js'
import { CommandError } from '#infrastructure/command-line/command-error.js'
import { exitCodes } from '#infrastructure/command-line/exit-codes.js'
import { type CheckedArchive, checkArchive } from './check-archive.js'
import type { Ended } from './end-again.js'
import { endings, type TextRow } from './endings.js'
import { wholeTableRoles } from './table-roles.js'
import { toldByArchive, toldByDatabase } from './told-rows.js'
import { Tombstone, toldTombstones, tombstonesTable } from './tombstones.js'
import { inSnapshot } from './transaction.js'

/** What was erased and what has ended since a backup was taken. */
export type SinceBackup = { readonly tombstones: readonly Tombstone[]; readonly ended: Ended }

/** Nothing is known of the time since. */
export const nothingKnown: SinceBackup = { tombstones: [], ended: new Map() }

/**
 * Reads what happened since, in a live database (a `postgres://` URL) or another backup (a file).
 *
 * @throws CommandError: unreachable; usage (no such file); refused (a file that is not a whole
 *   backup, a database without tombstones).
 */
export async function readSinceBackup(source: string): Promise<SinceBackup> {
  if (!/^postgres(ql)?:\/\//.test(source)) return fromArchive(await checkArchive(source))
  return withPgSession(source, (client) => inSnapshot(client, () => fromDatabase(client)))
}

async function fromDatabase(client: Client): Promise<SinceBackup> {
  const roles = await wholeTableRoles(client, 'select')
  if (!roles.has(tombstonesTable))
    throw new CommandError(exitCodes.refused, 'The database of --tombstones has no tombstones: give another one.')
  const tombstones = (await toldByDatabase(client, toldTombstones, roles)).map((row) => Tombstone.parse(row))
  const ended = new Map<(typeof endings)[number], TextRow[]>()
  for (const ending of endings) ended.set(ending, await toldByDatabase(client, ending.told, roles))
  return { tombstones, ended }
}

async function fromArchive(archive: CheckedArchive): Promise<SinceBackup> {
  const tombstones: Tombstone[] = []
  const ended = new Map(endings.map((ending) => [ending, [] as TextRow[]]))
  const tables = new Set([tombstonesTable, ...endings.map(({ told }) => told.table)])
  await toldByArchive(archive, tables, (table, row) => {
    if (table === tombstonesTable) tombstones.push(Tombstone.parse(row))
    for (const [{ told, isOver }, rows] of ended) if (told.table === table && isOver(row)) rows.push(row)
  })
  return { tombstones, ended }
}
