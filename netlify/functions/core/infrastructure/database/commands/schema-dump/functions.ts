import { notOfExtension, ourSchema } from './ours.js'
import { readStatements, type Section } from './section.js'

/**
 * The functions. Their bodies are not checked when they are created, because the tables that they
 * read come later.
 */
export const functions: Section = {
  title: 'Functions',
  read: async (catalog) => {
    const statements = await readStatements(
      catalog,
      `select rtrim(pg_get_functiondef(function.oid), E' \\n') || ';' as statement
      from pg_proc as function
      join pg_namespace as namespace on namespace.oid = function.pronamespace
      where ${ourSchema}
        and function.prokind in ('f', 'p')
        and ${notOfExtension('pg_proc', 'function.oid')}
      order by namespace.nspname collate "C", function.proname collate "C", pg_get_function_identity_arguments(function.oid)`,
    )
    return statements.length === 0 ? [] : ['set check_function_bodies = false;', ...statements]
  },
}
