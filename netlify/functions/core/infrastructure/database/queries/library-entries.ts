import * as z from 'zod'
import type { ExerciseEntry } from '#domain/library/exercise-entry.schema.js'
import type { ExerciseId } from '#domain/values/id.schema.js'
import { JsonInstant } from '../json-instant.js'
import { one, sql } from '../statement.js'
import { entries, entryOf, exerciseRow } from './exercises.js'

/** Every exercise of the library by its id, those that left it as well, as callers read it. */
export type LibraryEntries = ReadonlyMap<ExerciseId, ExerciseEntry>

/**
 * Finds every exercise as callers read it, and a digest of when each was changed last; the exercises
 * are null when the digest is one of those that the caller knows. Wording counts here, which the version
 * of the library leaves out.
 */
export const findLibraryEntries = one({
  name: 'findLibraryEntries',
  row: z.object({
    digest: z.guid(),
    entries: z.array(exerciseRow.extend({ created_at: JsonInstant, updated_at: JsonInstant })).nullable(),
  }),
  sql: ({ known }: { known: readonly string[] }) => sql`
    select
      stored.digest,
      case when stored.digest = any(${known}::uuid[]) then null else (
        select coalesce(json_agg(entry order by entry.slug), '[]'::json)
        from (${entries}
        ) as entry
      ) end as entries
    from (
      select md5(concat(
        (select version from library_version),
        (select string_agg(name, e'\\n' order by level_order) from workout_levels),
        (select string_agg(concat(id, updated_at), e'\\n' order by id) from exercises)
      ))::uuid as digest
    ) as stored`,
  map: ({ digest, entries: found }) => ({
    digest,
    entries: found && new Map(found.map((row) => [row.id, entryOf(row)])),
  }),
})
