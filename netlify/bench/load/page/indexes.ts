import type { UnusedIndex } from '../result.js'
import { count, table } from './table.js'

const section = `## Indexes that this run did not use

Neither the load nor what was counted looked into them, in anybody's plan, while rows of their tables were written. Indexes that
hold a key unique are left out. Who reads them is what [the guide](database-infrastructure.md#indexes-and-who-reads-each) says;
\`indexes.test.ts\` holds every index to a plan, to a cascade or to a reason.`

/** The section about indexes that cost something in a run and were good for nothing in it. */
export function indexesSection(indexes: readonly UnusedIndex[]): string {
  if (indexes.length === 0) return `${section}\n\nThere is none.`
  const rows = indexes.map((one) => [`\`${one.name}\``, `\`${one.table}\``, count(one.writes), one.readBy])
  return `${section}\n\n${table(['index', 'table', 'rows written', 'who reads it'], rows)}`
}
