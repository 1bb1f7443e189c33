import fc from 'fast-check'
import type { Operation } from '#orchestration/contract.js'
import { arbitraryOf, jsonSchemaOf, resolved } from '#tests/faults/support/requests/arbitrary-of.js'

/** What is better chosen than drawn: most days are in the future, and few numbers are pages. */
const chosen: Readonly<Record<string, string>> = { date: '2026-11-21', 'date-time': '2026-11-21T12:00:00Z', limit: '2' }

/** A value for every query parameter of an operation, by its name; the same seed gives the same. */
export function sampleQuery({ input }: Operation, seed: number): Record<string, string> {
  if (!input.query) return {}
  const schema = jsonSchemaOf(input.query)
  const sampled = Object.entries(schema.properties ?? {}).map(([name, field]) => {
    const { format = name } = resolved(field, schema)
    const [value] = fc.sample(arbitraryOf(field, schema), { numRuns: 1, seed })
    return [name, chosen[format] ?? (String(value) || 'x')] as const
  })
  return Object.fromEntries(sampled)
}
