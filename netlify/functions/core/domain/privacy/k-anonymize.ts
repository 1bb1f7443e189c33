import { compareCodePointLists } from '#domain/values/code-point-order.js'
import { sum } from '#domain/values/statistics.js'

/** Rows that share the values of all quasi-identifiers. */
export type EquivalenceClass = { readonly values: readonly string[]; readonly rows: number }

/**
 * How many rows were kept and suppressed, and the remaining classes in code-point order of their
 * values.
 */
export type Anonymized = {
  readonly kept: number
  readonly suppressed: number
  readonly classes: readonly EquivalenceClass[]
}

/**
 * Drops every row whose combination of quasi-identifiers occurs fewer than k times (class sizes: El
 * Emam 2011). Suppression alone does not stop differencing between two releases: release each
 * period once.
 */
export function kAnonymize<Column extends string>(
  rows: readonly Readonly<Record<Column, string>>[],
  quasiIdentifiers: readonly Column[],
  k: number,
): Anonymized {
  return kAnonymizeClasses(
    rows.map((row) => ({ values: quasiIdentifiers.map((column) => row[column]), rows: 1 })),
    k,
  )
}

/** Does the same for rows that are already counted; a combination may occur more than once. */
export function kAnonymizeClasses(counted: readonly EquivalenceClass[], k: number): Anonymized {
  const merged = mergeClasses(counted)
  const classes = merged
    .filter(({ rows }) => rows > 0 && rows >= k)
    .sort((a, b) => compareCodePointLists(a.values, b.values))
  const kept = sum(classes.map(({ rows }) => rows))
  return { kept, suppressed: sum(merged.map(({ rows }) => rows)) - kept, classes }
}

function mergeClasses(counted: readonly EquivalenceClass[]): EquivalenceClass[] {
  const byValues = new Map<string, EquivalenceClass>()
  for (const { values, rows } of counted) {
    const key = JSON.stringify(values)
    byValues.set(key, { values, rows: rows + (byValues.get(key)?.rows ?? 0) })
  }
  return [...byValues.values()]
}
