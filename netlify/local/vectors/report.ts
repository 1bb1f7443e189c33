import type { CaseResult } from './run-vectors.js'

/**
 * Makes one line per function that agrees, the differences of every case that does not, and a
 * summary in one line.
 */
export function reportLines(results: readonly CaseResult[]): string[] {
  const byFunction = Map.groupBy(results, ({ functionName }) => functionName)
  const failed = results.filter(({ differences }) => differences.length > 0).length
  return [...[...byFunction].flatMap(functionLines), `${results.length - failed} passed, ${failed} failed`]
}

function functionLines([functionName, results]: [string, readonly CaseResult[]]): string[] {
  const failures = results.filter(({ differences }) => differences.length > 0)
  if (failures.length === 0) return [`✓ ${functionName}: ${results.length} passed`]
  const details = failures.flatMap(({ id, differences }) => differences.map((difference) => `  ${id} ${difference}`))
  return [`✗ ${functionName}: ${failures.length} of ${results.length} failed`, ...details]
}
