import type { TrainingRules } from '#domain/rules/training-rules.js'

/**
 * Keeps the rows of classes in which a sensitive column has at least two different values: when all
 * rows of a class share one value, membership reveals it (l-diversity). The number is a product
 * default.
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
