import type { Metric } from '#domain/library/vocabulary.js'
import type { Random } from '#infrastructure/demo/random.js'

/** The reserve rule that every answer shows: stop with two reps left, up to two from the target. */
const reserveReps = 2
const strayReps = 2
const reserveHold = 1.25
const strayHold = 0.2
/** Seconds of a hold that feel like a rep. */
const holdShareOfRep = 0.1
const ratingDeviation = 0.5
/** Nobody rates a set that they trained with lower. */
const easiestRating = 3

/** A set as it was done: reps or seconds, how hard it felt, and what was left in truth. */
export type Performed = { readonly amount: number; readonly rpe: number; readonly reserve: number }

/**
 * Does a set by the reserve rule: as many as leave two, if these are close to the target. Somebody
 * who cannot reach the target goes on until nothing is left.
 *
 * @param capacity the most reps or seconds that are in this set.
 * @param rpeCap the RPE that is not to be exceeded.
 */
export function performSet(
  target: number,
  metric: Metric,
  capacity: number,
  rpeCap: number | null,
  random: Random,
): Performed {
  const most = Math.max(0, Math.floor(capacity))
  const wanted = metric === 'reps' ? most - reserveFor(rpeCap) : Math.floor(capacity / holdReserve(rpeCap))
  const stray = metric === 'reps' ? strayReps : Math.floor(strayHold * target)
  const upTo = rpeCap === null ? target + stray : target
  const amount = Math.min(most, Math.max(target - stray, Math.min(upTo, wanted)))
  const left = metric === 'reps' ? capacity - amount : (capacity / Math.max(1, amount) - 1) / holdShareOfRep
  const felt = 10 - left + random.normal(ratingDeviation)
  const reserve = amount < target - stray ? -1 : left
  return { amount, reserve, rpe: Math.min(10, Math.max(easiestRating, Math.round(felt * 2) / 2)) }
}

function reserveFor(rpeCap: number | null): number {
  return rpeCap === null ? reserveReps : Math.max(reserveReps, Math.ceil(10 - rpeCap))
}

function holdReserve(rpeCap: number | null): number {
  return rpeCap === null ? reserveHold : Math.max(reserveHold, 1 + holdShareOfRep * (10 - rpeCap))
}
