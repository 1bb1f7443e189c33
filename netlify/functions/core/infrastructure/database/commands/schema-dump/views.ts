import { notOfExtension, ourSchema } from './ours.js'
import type { Section } from './section.js'
import { withoutOnlyPrefix } from './view-prefix.js'

type View = { readonly head: string; readonly body: string }

/**
 * The views in the order in which they were created, so that each comes after those that it reads.
 */
export const views: Section = {
  title: 'Views',
  read: async (catalog) => {
    const found = await catalog<View>(
      `select
        format('create %s %s%s as', case class.relkind when 'm' then 'materialized view' else 'view' end, class.oid::regclass,
          ' with (' || array_to_string(class.reloptions, ', ') || ')') as head,
        pg_get_viewdef(class.oid, true) as body
      from pg_class as class
      join pg_namespace as namespace on namespace.oid = class.relnamespace
      where ${ourSchema} and class.relkind in ('v', 'm') and ${notOfExtension('pg_class', 'class.oid')}
      order by class.oid`,
    )
    return found.map(({ head, body }) => `${head}\n${withoutOnlyPrefix(body)}`)
  },
}
