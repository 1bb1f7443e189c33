type Referring = { readonly name: string; readonly references: readonly string[] }

/**
 * Orders tables so that each comes after the tables it refers to, and otherwise keeps the given
 * order.
 *
 * @throws Error when tables refer to each other in a circle, or one to itself: no order would let
 *   their rows come back.
 */
export function inOrderOfReference<Table extends Referring>(tables: readonly Table[]): Table[] {
  const ordered: Table[] = []
  const waiting = new Map(tables.map((table) => [table.name, table]))
  while (waiting.size > 0) {
    const next = [...waiting.values()].find(({ references }) => !references.some((name) => waiting.has(name)))
    if (!next) throw new Error(`these tables refer to each other in a circle: ${[...waiting.keys()].join(', ')}`)
    ordered.push(next)
    waiting.delete(next.name)
  }
  return ordered
}
