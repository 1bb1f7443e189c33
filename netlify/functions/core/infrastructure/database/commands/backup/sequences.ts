import type { Client } from 'pg'
import { ourSchema } from '../schema-dump/ours.js'
import type { ArchivedSequence } from './archive-format.js'

/**
 * Reads the position of each sequence. Sequences ignore snapshots, so they are read after the rows
 * that they have numbered.
 */
export async function readSequences(client: Client): Promise<ArchivedSequence[]> {
  const { rows } = await client.query<{ name: string }>(`
    select format('%I.%I', namespace.nspname, class.relname) as name
    from pg_class as class
    join pg_namespace as namespace on namespace.oid = class.relnamespace
    where ${ourSchema} and class.relkind = 'S'
    order by 1`)
  const sequences: ArchivedSequence[] = []
  for (const { name } of rows) {
    const state = await client.query<Omit<ArchivedSequence, 'name'>>(
      `select last_value::text as "lastValue", is_called as "isCalled" from ${name}`,
    )
    sequences.push(...state.rows.map((row) => ({ name, ...row })))
  }
  return sequences
}

/** Sets each sequence to its position in the backup. */
export async function restoreSequences(client: Client, sequences: readonly ArchivedSequence[]): Promise<void> {
  for (const { name, lastValue, isCalled } of sequences)
    await client.query('select setval($1::regclass, $2::bigint, $3::boolean)', [name, lastValue, isCalled])
}
