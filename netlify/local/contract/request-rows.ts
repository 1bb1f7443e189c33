import { madeUpTallies } from '#tests/faults/checks/made-up-requests.js'
import type { ResultRow } from '#tests/faults/report.js'
import { leftByDelete, rulesBeyondSchemas } from '#tests/faults/support/conformance/rules-beyond-schemas.js'
import { type FaultServer, openContext } from '#tests/faults/support/context.js'

/** What is known besides the count, by check. */
const remarks: Readonly<Record<string, string>> = {
  use_after_free: Object.entries(leftByDelete)
    .map(([id, reason]) => `not for ${id}: ${reason}`)
    .join('; '),
  positive_data_acceptance: `${Object.keys(rulesBeyondSchemas).length} operations have rules that JSON Schema cannot say, and may refuse by these`,
}

/**
 * Sends generated requests to every operation, and returns a row for each of Schemathesis' checks.
 */
export async function requestRows(server: FaultServer, seed: number): Promise<ResultRow[]> {
  const { context, close } = openContext(server, { full: true, seed })
  const started = performance.now()
  try {
    const tallies = await madeUpTallies(context)
    const seconds = (performance.now() - started) / 1000 / tallies.length
    return tallies.map(({ name, applied, faults }): ResultRow => {
      const plain = { name: `Schemathesis: ${name}`, cases: applied, seconds }
      if (faults.length > 0) return { ...plain, result: 'FAILED', detail: `${faults.length} faults: ${faults[0]}` }
      if (applied === 0) return { ...plain, result: 'not run', detail: 'it applied to nothing' }
      return { ...plain, result: 'passed', detail: ['no fault', remarks[name]].filter(Boolean).join('; ') }
    })
  } finally {
    await close()
  }
}
