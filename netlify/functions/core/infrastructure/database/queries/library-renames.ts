import * as z from 'zod'
import { effect, one, sql } from '../statement.js'

/** The exercises of the files by their names; `exercises` is a JSON array of `LibraryExercise`. */
const wantedNames = (exercises: string) => sql`
    select item.slug, coalesce(item."formerSlugs", '{}') as former_slugs
    from json_to_recordset(${exercises}::json) as item (slug text, "formerSlugs" text[])`

/**
 * Lets one seeding at a time change the library, until the batch ends: the second one then sees what
 * the first one has renamed.
 */
export const lockLibrary = effect({
  name: 'lockLibrary',
  sql: (_: Record<never, never>) => sql`
    select pg_advisory_xact_lock(hashtextextended('calistheniq.library', 0))`,
})

/**
 * Renames exercises in place, so that edges and histories, which refer to ids, move along. An exercise
 * of the files that is not stored under its slug is a stored one that the files do not have and that
 * is called like one of its former slugs, or else had its slug before: so a rename can be taken back.
 * Returns the new slugs.
 */
export const renameExercises = one({
  name: 'renameExercises',
  row: z.object({ slugs: z.array(z.string()) }),
  sql: ({ exercises, now }: { exercises: string; now: Date }) => sql`
    with wanted as (${wantedNames(exercises)}),
    missing as (
      select slug, former_slugs
      from wanted
      where not exists (select from exercises where exercises.slug = wanted.slug)
    ),
    nameless as (
      select id, slug, former_slugs, retired_at
      from exercises
      where not exists (select from wanted where wanted.slug = exercises.slug)
    ),
    matched as (
      select missing.slug, nameless.id, 1 as rank
      from missing
      join nameless on nameless.slug = any(missing.former_slugs)
      union all
      select missing.slug, nameless.id, 2
      from missing
      join nameless on missing.slug = any(nameless.former_slugs)
    ),
    by_row as (
      select distinct on (id) id, slug, rank
      from matched
      order by id, rank, slug
    ),
    chosen as (
      select distinct on (by_row.slug) by_row.slug, by_row.id
      from by_row
      join nameless on nameless.id = by_row.id
      order by by_row.slug, by_row.rank, nameless.retired_at nulls first, nameless.slug
    ),
    renamed as (
      update exercises as stored
      set slug = chosen.slug,
        former_slugs = array_remove(stored.former_slugs, chosen.slug) || stored.slug::text,
        updated_at = ${now}::timestamptz
      from chosen
      where stored.id = chosen.id
      returning stored.slug::text as slug
    )
    select coalesce(array_agg(slug order by slug), '{}') as slugs
    from renamed`,
  map: ({ slugs }) => slugs,
})

/** Retires the exercises that the files do not have any more; returns how many. */
export const retireExercises = one({
  name: 'retireExercises',
  row: z.object({ retired: z.number() }),
  sql: ({ exercises, now }: { exercises: string; now: Date }) => sql`
    with wanted as (${wantedNames(exercises)}),
    retired as (
      update exercises as stored
      set retired_at = ${now}::timestamptz, updated_at = ${now}::timestamptz
      where stored.retired_at is null
        and not exists (select from wanted where wanted.slug = stored.slug)
      returning stored.id
    )
    select count(*)::integer as retired
    from retired`,
  map: ({ retired }) => retired,
})

/**
 * Writes which former slugs lead where, and what stands in for retired exercises. Names from the files
 * lead where the files say; others that were once used go on leading to their exercise. Returns how
 * many exercises changed.
 */
export const settleNames = one({
  name: 'settleNames',
  row: z.object({ settled: z.number() }),
  sql: ({ exercises, now }: { exercises: string; now: Date }) => sql`
    with wanted as (${wantedNames(exercises)}),
    claimed as (
      select slug from wanted
      union
      select unnest(former_slugs) from wanted
    ),
    fresh as (
      select
        stored.id,
        array(
          select name
          from unnest(stored.former_slugs) as name
          where not exists (select from claimed where claimed.slug = name)
          union
          select unnest(wanted.former_slugs)
          order by 1
        ) as former_slugs,
        case when stored.retired_at is not null then successor.slug end as replaced_by
      from exercises as stored
      left join wanted on wanted.slug = stored.slug
      left join wanted as successor on stored.slug = any(successor.former_slugs)
    ),
    settled as (
      update exercises as stored
      set former_slugs = fresh.former_slugs, replaced_by = fresh.replaced_by, updated_at = ${now}::timestamptz
      from fresh
      where stored.id = fresh.id
        and (stored.former_slugs, stored.replaced_by) is distinct from (fresh.former_slugs, fresh.replaced_by)
      returning stored.id
    )
    select count(*)::integer as settled
    from settled`,
  map: ({ settled }) => settled,
})
