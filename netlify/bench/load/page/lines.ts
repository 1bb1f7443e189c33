import { mark } from '#infrastructure/command-line/paint.js'
import type { Comparison } from '../compare.js'
import { ourName } from '../host/our-subject.js'
import { titles } from '../operations/ask.js'
import type { GrowthRow, LoadRow } from '../result.js'
import { short } from './table.js'

/** What the terminal says of an operation under load. */
export function loadLine({ operation, connections, cells, ratios }: LoadRow): string {
  const ours = cells[ourName]
  const compared = Object.entries(ratios).map(([name, ratio]) => `${short(ratio)} of ${name}`)
  const errors = Object.entries(cells).flatMap(([name, cell]) =>
    cell.errors > 0 ? [`${name}: ${cell.errors} errors`] : [],
  )
  const own = `${short(ours?.requestsPerSecond)}/s, p50 ${short(ours?.p50Ms)} ms, CPU ${short(ours?.cpuMs)} ms`
  return mark.done(`${titles[operation]}, ${connections}: ${[own, ...compared, ...errors].join('; ')}`)
}

/** What the terminal says of an operation for an athlete of the growth table. */
export function growthLine({ operation, sessions, cpuMs, wallMs, failed }: GrowthRow): string {
  const about = `${titles[operation]}, ${sessions} sessions`
  return failed ? mark.wrong(`${about}: ${failed}`) : mark.done(`${about}: CPU ${short(cpuMs)} ms, ${short(wallMs)} ms`)
}

/** What the terminal says of a value that is compared with the kept one. */
export function comparisonLine({ what, before, now, tolerance, regressed }: Comparison): string {
  const text = `${what}: ${short(before)}, now ${short(now)} (±${Math.round(tolerance * 100)} % is noise)`
  return regressed ? mark.wrong(text) : mark.done(text)
}
