import { ourSchema } from './ours.js'
import { readStatements, type Section } from './section.js'

export const namespaces: Section = {
  title: 'Schemas and extensions',
  read: async (catalog) => [
    ...(await readStatements(
      catalog,
      `select format('create schema %I;', namespace.nspname) as statement
      from pg_namespace as namespace
      where ${ourSchema} and namespace.nspname <> 'public'
      order by namespace.nspname collate "C"`,
    )),
    ...(await readStatements(
      catalog,
      `select format('create extension %I with schema %I;', extension.extname, namespace.nspname) as statement
      from pg_extension as extension
      join pg_namespace as namespace on namespace.oid = extension.extnamespace
      where extension.extname <> 'plpgsql'
      order by extension.extname collate "C"`,
    )),
  ],
}
