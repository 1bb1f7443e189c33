import { rulesInForce } from '#domain/rules/rules-in-force.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import type { Adapter } from './adapter.js'
import { adapters } from './adapters.js'
import { compare, type Difference } from './compare.js'
import type { Vectors } from './read-vectors.js'

/** The result of one case; it passed when it has no differences. */
export type CaseResult = {
  readonly functionName: string
  readonly id: string
  readonly differences: readonly Difference[]
}

type VectorCase = Vectors[string]['cases'][number]

/**
 * Runs every case of a vectors file by a version of the rules. A function without an adapter fails with all its cases, or
 * with one when it has none.
 */
export function runVectors(vectors: Vectors, rules: TrainingRules = rulesInForce): CaseResult[] {
  return Object.entries(vectors).flatMap(([functionName, { cases }]) => {
    const adapter = adapters.get(functionName)
    if (adapter === undefined) return unknownFunction(functionName, cases)
    return cases.map((vector) => ({ functionName, id: vector.id, differences: runCase(adapter, vector, rules) }))
  })
}

function runCase(adapter: Adapter, { input, expected }: VectorCase, rules: TrainingRules): Difference[] {
  try {
    return compare(expected, adapter.answer(input, rules), adapter.output)
  } catch (error) {
    return [`no answer: ${error instanceof Error ? error.message : String(error)}`]
  }
}

function unknownFunction(functionName: string, cases: readonly VectorCase[]): CaseResult[] {
  const ids = cases.length === 0 ? ['no cases'] : cases.map(({ id }) => id)
  return ids.map((id) => ({ functionName, id, differences: ['there is no function of this name'] }))
}
