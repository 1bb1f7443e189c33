import * as z from 'zod'
import {
  type Checkpoint,
  checkpointForm,
  type StoredCheckpoint,
  storedCheckpoint,
} from '#domain/coach/reading/checkpoint.js'
import type { LibraryVersion } from '#domain/library/library-facts.js'
import type { AthleteId } from '#domain/values/id.schema.js'
import { effect, many, type Statement, sql } from '../statement.js'

/** A checkpoint as this release stored it (`checkpointForm`): nobody else writes them. */
export const checkpointRow = z.object({
  day: z.string(),
  state: z.custom<StoredCheckpoint['state']>(),
  notes: z.custom<StoredCheckpoint['notes']>(),
})

type Whose = { readonly userId: AthleteId; readonly rulesVersion: string }

/** Selects the checkpoints that hold: those of this form, of the rules in force and of the library as it is. */
export const soundCheckpoints = ({ userId, rulesVersion }: Whose) => sql`
      select day, state, notes
      from training_checkpoints
      where user_id = ${userId}::uuid
        and form = ${checkpointForm}::smallint
        and rules_version = ${rulesVersion}::text
        and library_version = (select version from library_version)`

/** Lists the checkpoints of an athlete that hold, oldest first. */
export const listCheckpoints = many({
  name: 'listCheckpoints',
  row: checkpointRow,
  sql: (whose: Whose) => sql`
    select sound.day::text as day, sound.state, sound.notes
    from (${soundCheckpoints(whose)}) as sound
    order by sound.day`,
  map: (row) => row,
})

/** What holds for checkpoints that are stored together. */
type Made = Whose & { readonly libraryVersion: LibraryVersion }

type Put = Made & { readonly json: string }

const insertMade = ({ userId, rulesVersion, libraryVersion, json }: Put) => sql`
    insert into training_checkpoints (user_id, day, form, rules_version, library_version, state, notes)
    select
      ${userId}::uuid, made.day, ${checkpointForm}::smallint, ${rulesVersion}::text, ${libraryVersion}::uuid, made.state,
      made.notes
    from json_to_recordset(${json}::json) as made (day date, state json, notes json)`

const overOlder = sql`
    on conflict on constraint training_checkpoints_pkey do update
    set
      form = excluded.form,
      rules_version = excluded.rules_version,
      library_version = excluded.library_version,
      state = excluded.state,
      notes = excluded.notes`

const putCheckpoints = effect({
  name: 'putCheckpoints',
  sql: ({ userId, rulesVersion, libraryVersion, json }: Put) => sql`
    ${insertMade({ userId, rulesVersion, libraryVersion, json })}
    ${overOlder}`,
})

const putCheckpointsUnlessChanged = effect({
  name: 'putCheckpointsUnlessChanged',
  sql: ({ userId, rulesVersion, libraryVersion, json, version }: Put & { version: number }) => sql`
    ${insertMade({ userId, rulesVersion, libraryVersion, json })}
    where exists (
      select from training_versions where user_id = ${userId}::uuid and version = ${version}::integer for share
    )
    ${overOlder}`,
})

const deleteCheckpoints = effect({
  name: 'deleteCheckpoints',
  sql: ({ userId, except }: { userId: AthleteId; except: readonly string[] }) => sql`
    delete from training_checkpoints
    where user_id = ${userId}::uuid and day <> all (${except}::date[])`,
})

export const checkpointStatements = { putCheckpoints, putCheckpointsUnlessChanged, deleteCheckpoints }

/**
 * Makes the statements that store checkpoints beside those of the days that are kept, and delete all
 * others. Without a version of the library none can be kept.
 */
export function storeCheckpoints(
  { userId, rulesVersion, libraryVersion }: Omit<Made, 'libraryVersion'> & { libraryVersion: LibraryVersion | null },
  checkpoints: readonly Checkpoint[],
  keptDays: readonly string[],
): Statement[] {
  if (libraryVersion === null) return [deleteCheckpoints({ userId, except: [] })]
  const json = jsonOf(checkpoints)
  return [
    deleteCheckpoints({ userId, except: [...keptDays, ...checkpoints.map(({ day }) => day)] }),
    ...(checkpoints.length > 0 ? [putCheckpoints({ userId, rulesVersion, libraryVersion, json })] : []),
  ]
}

/**
 * Stores checkpoints that a read made of the log at this version. Where the log has changed since, nothing is
 * stored: the change made its own. A change that comes meanwhile waits, and makes them anew.
 */
export function renewCheckpoints(made: Made, checkpoints: readonly Checkpoint[], version: number): Statement {
  return putCheckpointsUnlessChanged({ ...made, json: jsonOf(checkpoints), version })
}

function jsonOf(checkpoints: readonly Checkpoint[]): string {
  return JSON.stringify(checkpoints.map((made) => ({ day: made.day, ...storedCheckpoint(made) })))
}
