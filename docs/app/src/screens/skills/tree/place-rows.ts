import type { Column } from './crossings.js'

type Wish = { readonly slug: string; readonly wanted: number }

/**
 * Gives each node of a level a row of its own, in the order of the rows that they want and as near
 * to them as can be (least squares, by pooling neighbours that want the same place).
 */
export function placeRows(wishes: readonly Wish[], rows: number): Column {
  const ordered = wishes.toSorted((one, other) => one.wanted - other.wanted)
  // with its index taken away, nodes one below the other want the same
  const pools: { sum: number; size: number }[] = []
  for (const [index, { wanted }] of ordered.entries()) {
    let pool = { sum: wanted - index, size: 1 }
    for (let above = pools.at(-1); above && mean(above) > mean(pool); above = pools.at(-1)) {
      pool = { sum: above.sum + pool.sum, size: above.size + pool.size }
      pools.pop()
    }
    pools.push(pool)
  }
  const last = rows - ordered.length
  const firsts = pools.flatMap((pool) => Array<number>(pool.size).fill(Math.round(mean(pool))))
  return new Map(ordered.map(({ slug }, index) => [slug, Math.min(Math.max(firsts[index] ?? 0, 0), last) + index]))
}

function mean({ sum, size }: { readonly sum: number; readonly size: number }): number {
  return sum / size
}
