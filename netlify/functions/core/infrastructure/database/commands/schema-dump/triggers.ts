import { readStatements, type Section } from './section.js'

export const triggers: Section = {
  title: 'Triggers',
  read: (catalog) =>
    readStatements(
      catalog,
      `select pg_get_triggerdef(oid, true) || ';' as statement
      from pg_trigger
      where not tgisinternal
      order by tgrelid::regclass::text collate "C", tgname collate "C"`,
    ),
}
