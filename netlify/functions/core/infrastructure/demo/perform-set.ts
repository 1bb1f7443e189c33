import type { Metric } from '#domain/library/vocabulary.js'
import type { Random } from './random.js'

/**
 * How strong the athlete is in one exercise: the share of the library's standard that they can do
 * at the start of the history and at its end.
 */
export type Strength = { readonly atStart: number; readonly atEnd: number }

export type Effort = {
  readonly metric: Metric
  /** Reps or seconds. */
  readonly target: number
  readonly standard: number
  readonly strength: Strength
  /** How much of the history has passed, from 0 to 1. */
  readonly progress: number
  /** The position of the set, from 0. */
  readonly index: number
  readonly isLast: boolean
  /** The athlete's form on this day, around 1. */
  readonly form: number
}

/**
 * A performed set: reps or seconds, and its RPE in halves, null when the athlete did not rate it.
 */
export type Performed = { readonly amount: number; readonly rpe: number | null }

/** The share of strength that each further set costs. */
const fatiguePerSet = 0.04
const unratedShare = 0.1
const bonusShare = 0.35

export function drawStrength(random: Random): Strength {
  const atStart = random.between(0.68, 0.85)
  return { atStart, atEnd: atStart + random.between(0.25, 0.5) }
}

/**
 * Performs a set: the target when the athlete can do it, now and then more in an easy last set,
 * otherwise as much as they can.
 */
export function performSet(effort: Effort, random: Random): Performed {
  const possible = possibleAmount(effort)
  const spare = Math.floor(possible) - effort.target
  const bonus = effort.isLast && spare >= 2 && random.chance(bonusShare) ? random.pick([1, 2]) : 0
  const amount = Math.max(1, spare >= 0 ? effort.target + bonus : Math.floor(possible))
  return { amount, rpe: random.chance(unratedShare) ? null : rpeOf(effort.metric, possible, amount, random) }
}

function possibleAmount({ standard, strength, progress, index, form }: Effort): number {
  const share = strength.atStart + (strength.atEnd - strength.atStart) * progress
  return standard * share * form * (1 - fatiguePerSet * index)
}

/** Rates a set: one point of RPE stands for one rep, or a tenth of the hold, that was left. */
function rpeOf(metric: Metric, possible: number, amount: number, random: Random): number {
  const left = metric === 'reps' ? possible - amount : (possible / amount - 1) * 10
  const felt = 10 - Math.max(0, left) + random.normal(0.3)
  return Math.min(10, Math.max(5, Math.round(felt * 2) / 2))
}
