import { sum } from '#domain/values/statistics.js'

/**
 * Assigns performed sets to planned ones, each to one at most, so that as much of the plan as
 * possible is done; a set does no more than its plan asks for. When any assignment meets every
 * planned set, this one does. Among the best it keeps closest to the order in which the sets were
 * done, so that extra sets change nothing.
 *
 * @returns for each planned set the index of the performed one, or null when none is left.
 */
export function assignSets(targets: readonly number[], amounts: readonly number[]): (number | null)[] {
  if (targets.every((target, index) => (amounts[index] ?? -1) >= target)) return targets.map((_, index) => index)
  const most = mostDone(targets, amounts)
  const free = new Set(amounts.keys())
  let done = 0
  return targets.map((target, place) => {
    const rest = targets.slice(place + 1)
    const fits = [...free].find((index) => {
      const gain = Math.min(amounts[index] ?? 0, target)
      return done + gain + mostDone(rest, amountsOf(free, amounts, index)) >= most
    })
    if (fits === undefined) return null
    free.delete(fits)
    done += Math.min(amounts[fits] ?? 0, target)
    return fits
  })
}

/**
 * Returns how much of a plan can be done at most. The largest set for the largest target is best,
 * because what two sets do together never falls when they are put into that order.
 */
function mostDone(targets: readonly number[], amounts: readonly number[]): number {
  const largest = amounts.toSorted((a, b) => b - a)
  return sum(targets.toSorted((a, b) => b - a).map((target, index) => Math.min(target, largest[index] ?? 0)))
}

function amountsOf(free: ReadonlySet<number>, amounts: readonly number[], without: number): number[] {
  return [...free].filter((index) => index !== without).map((index) => amounts[index] ?? 0)
}
