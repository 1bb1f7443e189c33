import { answerChecks } from './answer-checks.js'
import type { Exchange } from './exchange.js'
import { requestChecks } from './request-checks.js'
import { stateChecks } from './state-checks.js'

/**
 * The 14 checks that Schemathesis has for HTTP APIs (schemathesis.readthedocs.io, reference,
 * checks).
 */
export const checks = [...answerChecks, ...requestChecks, ...stateChecks]

/** How often a check was applied, and what it found. */
export type Tally = { readonly name: string; readonly applied: number; readonly faults: readonly string[] }

export type Judge = { readonly judge: (exchange: Exchange) => void; readonly tallies: () => readonly Tally[] }

/** Applies every check to exchanges, and counts. */
export function openJudge(): Judge {
  const counts = checks.map((check) => ({ check, applied: 0, faults: [] as string[] }))
  const judge = (exchange: Exchange) => {
    for (const count of counts) {
      if (!count.check.applies(exchange)) continue
      count.applied += 1
      const fault = count.check.faultOf(exchange)
      if (fault !== null) count.faults.push(describe(exchange, fault))
    }
  }
  return { judge, tallies: () => counts.map(({ check: { name }, applied, faults }) => ({ name, applied, faults })) }
}

const textMax = 600

function describe({ operation, request, answer }: Exchange, fault: string): string {
  const { method, path, headers, body, what } = request
  const { authorization: _, ...shown } = headers
  const asked = `${method} ${path} ${JSON.stringify(shown)} ${body?.slice(0, textMax) ?? ''}`
  return `${operation.id}, ${what}: ${fault}: ${asked} -> ${answer.status} ${answer.text.slice(0, textMax)}`
}
