export type Table = { readonly oid: string; readonly name: string }

/** A foreign key, from the table that has it to the table that it refers to. */
export type Reference = { readonly from: string; readonly to: string }

/**
 * Puts tables after those that they refer to, and otherwise keeps their order.
 *
 * @throws Error when tables refer to each other in a circle: such a key would have to be added
 *   afterwards.
 */
export function inOrderOfReference(tables: readonly Table[], references: readonly Reference[]): Table[] {
  const ordered: Table[] = []
  for (let waiting = [...tables]; waiting.length > 0; ) {
    const blocked = (table: Table) =>
      references.some(({ from, to }) => from === table.oid && waiting.some(({ oid }) => oid === to))
    const next = waiting.find((table) => !blocked(table))
    if (!next) throw new Error(`these tables refer to each other in a circle: ${waiting.map(({ name }) => name)}`)
    ordered.push(next)
    waiting = waiting.filter((table) => table !== next)
  }
  return ordered
}
