import type { TrainingRules } from '#domain/rules/training-rules.js'

/**
 * Keeps the rows of classes in which a sensitive column has at least two different values: where
 * all share one, to be in the class is to reveal it (l-diversity). Product default for the number.
 */
export function diverseRows<Column extends string, Row extends Readonly<Record<Column, string>>>(
  rows: readonly Row[],
  quasiIdentifiers: readonly Column[],
  sensitive: Column,
  rules: TrainingRules,
): Row[] {
  const classOf = (row: Row) => JSON.stringify(quasiIdentifiers.map((column) => row[column]))
  const valuesByClass = new Map<string, Set<string>>()
  for (const row of rows) {
    const values = valuesByClass.get(classOf(row)) ?? new Set()
    valuesByClass.set(classOf(row), values.add(row[sensitive]))
  }
  return rows.filter((row) => (valuesByClass.get(classOf(row))?.size ?? 0) >= rules.privacy.distinctSensitiveMin)
}
