import { medianError } from './drive/statistics.js'
import { titles } from './operations/ask.js'
import type { LoadSection, Result } from './result.js'

/** Differences of less than this share interest nobody, however quiet the machine was. */
const differenceMin = 0.05
/** How many standard errors are beyond noise: one comparison in some hundred is told wrongly. */
const errorsMax = 3

export type Comparison = {
  readonly what: string
  readonly before: number
  readonly now: number
  /** The share by which it may fall, or rise, by chance. */
  readonly tolerance: number
  readonly regressed: boolean
}

/**
 * Compares ratios to the floor, and what is exact, with a kept result: never times, which are the
 * machine's. What only one of the two has measured is left out.
 */
export function compareResults(kept: Result, now: Result): Comparison[] {
  return [...compareLoads(kept.load, now.load), ...compareExact(kept, now)]
}

function compareLoads(kept: LoadSection | undefined, now: LoadSection | undefined): Comparison[] {
  if (!kept || !now) return []
  return now.rows.flatMap((row) => {
    const before = kept.rows.find((one) => one.operation === row.operation && one.connections === row.connections)
    const [was, is] = [before?.ratios.floor, row.ratios.floor]
    if (!before || was === undefined || is === undefined) return []
    const error = Math.hypot(medianError(kept.noise, before.rounds), medianError(now.noise, row.rounds))
    const tolerance = Math.max(differenceMin, errorsMax * error)
    const what = `${titles[row.operation]}, ${row.connections} connections: requests/s by the floor's`
    return [{ what, before: was, now: is, tolerance, regressed: is < was * Math.exp(-tolerance) }]
  })
}

const exactly = { roundTrips: 'round trips', statementsMin: 'statements' } as const

function compareExact(kept: Result, now: Result): Comparison[] {
  return (now.exact ?? []).flatMap((row) => {
    const before = kept.exact?.find(({ operation }) => operation === row.operation)
    if (!before) return []
    return (['roundTrips', 'statementsMin'] as const).map((field) => ({
      what: `${titles[row.operation]}: ${exactly[field]}`,
      before: before[field],
      now: row[field],
      tolerance: 0,
      regressed: row[field] > before[field],
    }))
  })
}
