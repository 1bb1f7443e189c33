import * as z from 'zod'
import { effect, many, type Sql, sql } from '../statement.js'
import { Entity, type Whose } from './owned-entities.js'
import { isAfter, joined, orderOf, placeOf, rowsOf, shownOf, wasThere } from './owned-rows.js'

type Wanted = Whose & { readonly entities: readonly Entity[] }

/** Selects from every kind of thing that is wanted. */
function ofAll({ entities, ...whose }: Wanted, select: (entity: Entity) => Sql): Sql {
  const each = Entity.options.map(
    (entity) => sql`
      select ${select(entity)}
      from (${rowsOf(entity, whose)}) as owned
      where ${entity}::text = any (${entities}::text[])`,
  )
  return joined(
    each,
    sql`
      union all`,
  )
}

/**
 * Raises EXPORT_TOO_LARGE when an athlete owns more than so many rows of these kinds, or what may become a
 * larger ZIP, with each row as JSON and as CSV. Training data packs into a third of what is stored, and counts
 * as two. A row of more than 2 kB was packed when it was stored, if it packs, and counts twice. It looks at no
 * more than one row too many.
 */
export const ensureExportable = effect({
  name: 'ensureExportable',
  sql: ({ rowsMax, bytesMax, ...wanted }: Wanted & { rowsMax: number; bytesMax: number }) => sql`
    select app.ensure(
      count(*) <= ${rowsMax}::integer
        and coalesce(sum(case when bytes > 2000 then bytes * 2 else bytes * 2 / 3 end), 0) <= ${bytesMax}::bigint,
      'EXPORT_TOO_LARGE')
    from (${ofAll(wanted, () => sql`pg_column_size(owned.*) as bytes`)}
      limit ${rowsMax}::integer + 1
    ) as everything`,
})

type OwnedPage = Whose & {
  readonly entity: Entity
  /** Where the row before the page stands; null at the beginning. */
  readonly after: readonly string[] | null
  /** Rows that came later are left out, where that is known of their kind; none when it is null. */
  readonly until: Date | null
  readonly limit: number
  readonly bytesMax: number
}

/** A row as JSON, with its place, and whether there may be more behind it. */
export type OwnedPageRow = {
  readonly place: readonly string[]
  readonly json: string
  readonly isMoreBehind: boolean
}

/**
 * Lists the next rows that an athlete owns of one kind, except secrets, each with its place: at most so many,
 * and together no more bytes of JSON, unless one row alone has more. Set logs and events are the facts;
 * decisions and records follow from them.
 */
export const listOwnedRows = many({
  name: 'listOwnedRows',
  row: z.object({ place: z.array(z.string()), json: z.string(), is_more_behind: z.boolean() }),
  sql: ({ entity, after, until, limit, bytesMax, ...whose }: OwnedPage) => sql`
    select place, json, goes_on or number = ${limit}::integer as is_more_behind
    from (
      select
        ${placeOf(entity)} as place,
        json,
        row_number() over in_order as number,
        lead(true) over in_order is true as goes_on,
        sum(octet_length(json)) over in_order as bytes
      from (
        select ${orderOf(entity)}, ${shownOf(entity)} as json
        from (
          select *
          from (${rowsOf(entity, whose)}) as every
          where ${isAfter(entity, after)}
            and ${wasThere(entity, until)}
          order by ${orderOf(entity)}
          limit ${limit}::integer
        ) as owned
      ) as shown
      window in_order as (order by ${orderOf(entity)})
    ) as page
    where bytes <= ${bytesMax}::bigint
      or number = 1
    order by number`,
  map: ({ is_more_behind: isMoreBehind, ...row }): OwnedPageRow => ({ ...row, isMoreBehind }),
})

/**
 * Erases the account that the unit of work runs as, with everything it owns; only a tombstone
 * stays. Changes nothing when it was erased before; raises ACCOUNT_NOT_FOUND when it never was.
 */
export const eraseAccount = effect({
  name: 'eraseAccount',
  sql: (_: Record<never, never>) => sql`
    select app.ensure(app.erase_account(), 'ACCOUNT_NOT_FOUND')`,
})
