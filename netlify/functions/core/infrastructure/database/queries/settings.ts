import * as z from 'zod'
import { effect, maybeOne, one, sql } from '../statement.js'

/** Tells whether this database is marked as disposable: nobody would miss its data. */
export const isDisposable = one({
  name: 'isDisposable',
  row: z.object({ disposable: z.boolean() }),
  sql: (_: Record<never, never>) => sql`
    select exists (select from app.settings where key = 'disposable' and value = 'true') as disposable`,
  map: ({ disposable }) => disposable,
})

/** Marks this database as disposable, so that demo data may be put into it. */
export const markDisposable = effect({
  name: 'markDisposable',
  sql: ({ now }: { now: Date }) => sql`
    insert into app.settings (key, value, updated_at)
    values ('disposable', 'true', ${now}::timestamptz)
    on conflict (key) do update
    set value = excluded.value, updated_at = excluded.updated_at
    where app.settings.value <> excluded.value`,
})

/**
 * Finds the address of the database that production was last deployed to, as this database
 * remembers it. A branch of that database remembers it too.
 */
export const findProduction = maybeOne({
  name: 'findProduction',
  row: z.object({ production: z.string() }),
  sql: (_: Record<never, never>) => sql`
    select value #>> '{}' as production from app.settings where key = 'production'`,
  map: ({ production }) => production,
})

/** Remembers in this database the address of the one that serves production. */
export const markProduction = effect({
  name: 'markProduction',
  sql: ({ address, now }: { address: string; now: Date }) => sql`
    insert into app.settings (key, value, updated_at)
    values ('production', to_jsonb(${address}::text), ${now}::timestamptz)
    on conflict (key) do update
    set value = excluded.value, updated_at = excluded.updated_at
    where app.settings.value <> excluded.value`,
})
