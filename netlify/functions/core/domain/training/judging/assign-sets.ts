import { sum } from '#domain/values/statistics.js'

/**
 * Assigns performed sets to planned ones, each to one at most, so that as much of the plan as
 * possible is done; a set does no more than its plan asks for. When any assignment meets every
 * planned set, this one does. It keeps the order in which the sets were done where that does as
 * much, and takes the earlier of equal sets, so that extra sets change nothing.
 *
 * The largest set for the largest target does most, because what two sets do together never falls
 * when they are put into that order. So sorting is enough, however many sets were logged.
 *
 * @returns for each planned set the index of the performed one, or null when none is left.
 */
export function assignSets(targets: readonly number[], amounts: readonly number[]): (number | null)[] {
  const places = [...targets.keys()]
  if (isMetInOrder(targets, amounts)) return places
  const largest = largestSets(targets, amounts)
  const kept = inPlaces(targets, places, largest.toSorted(ascending))
  const sorted = inPlaces(targets, largestFirst(targets), largest)
  return doneBy(kept, targets, amounts) >= doneBy(sorted, targets, amounts) ? kept : sorted
}

function isMetInOrder(targets: readonly number[], amounts: readonly number[]): boolean {
  return targets.every((target, place) => {
    const amount = amounts[place]
    return amount !== undefined && amount >= target
  })
}

/** Lists the sets that do most for a plan, the largest first; beyond the largest target all are equal. */
function largestSets(targets: readonly number[], amounts: readonly number[]): number[] {
  const most = Math.max(...targets)
  return largestFirst(amounts.map((amount) => Math.min(amount, most))).slice(0, targets.length)
}

/** Puts sets into the places of a plan, one after the other; the places that are left have none. */
function inPlaces(targets: readonly number[], places: readonly number[], sets: readonly number[]): (number | null)[] {
  const given = new Map(places.map((place, rank) => [place, sets[rank] ?? null]))
  return targets.map((_, place) => given.get(place) ?? null)
}

function doneBy(assigned: readonly (number | null)[], targets: readonly number[], amounts: readonly number[]): number {
  return sum(targets.map((target, place) => Math.min(target, amounts[assigned[place] ?? -1] ?? 0)))
}

/** Lists the indices of numbers by falling size; of equal ones the earlier comes first. */
function largestFirst(numbers: readonly number[]): number[] {
  return [...numbers.entries()].sort(([, one], [, other]) => other - one).map(([index]) => index)
}

const ascending = (a: number, b: number) => a - b
