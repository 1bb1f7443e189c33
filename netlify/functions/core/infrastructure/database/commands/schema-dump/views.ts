import { notOfExtension, ourSchema } from './ours.js'
import type { Section } from './section.js'
import { withoutOnlyPrefix } from './view-prefix.js'

type View = { readonly head: string; readonly body: string; readonly rest: readonly string[] }

/**
 * The views in the order in which they were created, so that each comes after those that it reads, each with
 * its owner where that is not the owner of the tables, and its indexes.
 */
export const views: Section = {
  title: 'Views',
  read: async (catalog) => {
    const found = await catalog<View>(
      `select
        format('create %s %s%s as', case class.relkind when 'm' then 'materialized view' else 'view' end, class.oid::regclass,
          ' with (' || array_to_string(class.reloptions, ', ') || ')') as head,
        pg_get_viewdef(class.oid, true) as body,
        array(
          select format('alter materialized view %s owner to %s;', class.oid::regclass, class.relowner::regrole)
          where class.relkind = 'm' and class.relowner <> (select nspowner from pg_namespace where nspname = 'app')
        ) || array(
          select pg_get_indexdef(indexrelid, 0, true) || ';'
          from pg_index
          where indrelid = class.oid
          order by indexrelid::regclass::text collate "C"
        ) as rest
      from pg_class as class
      join pg_namespace as namespace on namespace.oid = class.relnamespace
      where ${ourSchema} and class.relkind in ('v', 'm') and ${notOfExtension('pg_class', 'class.oid')}
      order by class.oid`,
    )
    return found.flatMap(({ head, body, rest }) => [`${head}\n${withoutOnlyPrefix(body)}`, ...rest])
  },
}
