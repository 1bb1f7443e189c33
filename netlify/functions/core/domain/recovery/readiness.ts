import * as z from 'zod'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { mean, sum } from '#domain/values/statistics.js'

/** How to train: as planned, less, or easy. */
export const ReadinessBand = z
  .enum(['green', 'amber', 'red'])
  .meta({ id: 'ReadinessBand', description: 'How to train: as planned, less, or easy', example: 'green' })
export type ReadinessBand = z.output<typeof ReadinessBand>

/** A part that readiness is computed from. */
export const ReadinessPartName = z
  .enum(['wellness', 'restingHeartRate', 'heartRateVariability'])
  .meta({ id: 'ReadinessPartName', description: 'A part that readiness is computed from', example: 'wellness' })
export type ReadinessPartName = z.output<typeof ReadinessPartName>

/**
 * What readiness is computed from; a field is null when nothing was given. Items are 1-5, and 5 is
 * best for each (soreness 5 = none).
 */
export type CheckIn = {
  readonly sleep: number | null
  readonly fatigue: number | null
  readonly stress: number | null
  readonly soreness: number | null
  /** Resting heart rate as a z-score against the athlete's own 28 days. */
  readonly restingHeartRateZ: number | null
  /** The logarithm of RMSSD as a z-score against the athlete's own 28 days. */
  readonly heartRateVariabilityZ: number | null
  /** Largest pain (0-10) of 7 days. */
  readonly painMax7Days: number | null
}

/**
 * A score of 0-100 and its band; both are null without any wellness item, because heart rate alone
 * says too little.
 */
export type Readiness =
  | { readonly score: number; readonly band: ReadinessBand }
  | { readonly score: null; readonly band: null }

/**
 * One part of the readiness: its value on a scale of 0-100, null when it is not known, and its
 * weight.
 */
export type ReadinessPart = {
  readonly part: ReadinessPartName
  readonly value: number | null
  readonly weight: number
}

/**
 * Computes readiness for training (order of trust after Saw 2016; weights are product defaults).
 * Pain changes the band, not the score.
 */
export function readiness(checkIn: CheckIn, rules: TrainingRules): Readiness {
  const parts = readinessParts(checkIn, rules)
  if (parts.some(({ part, value }) => part === 'wellness' && value === null)) return { score: null, band: null }
  const known = parts.flatMap(({ weight, value }) => (value === null ? [] : [{ weight, value }]))
  const weighted = sum(known.map(({ weight, value }) => weight * value)) / sum(known.map(({ weight }) => weight))
  const score = Math.floor(weighted + rules.readiness.rounding)
  return { score, band: bandWithPain(bandOf(score, rules), checkIn.painMax7Days, rules) }
}

/**
 * Returns the parts that the score is the weighted mean of; a part without a value does not count.
 */
export function readinessParts(checkIn: CheckIn, rules: TrainingRules): ReadinessPart[] {
  const { wellness, restingHeartRate, heartRateVariability } = rules.readiness.weights
  const { restingHeartRateZ, heartRateVariabilityZ } = checkIn
  return [
    { part: 'wellness', value: wellnessValue(checkIn, rules), weight: wellness },
    { part: 'restingHeartRate', value: strainValue(restingHeartRateZ, 1, rules), weight: restingHeartRate },
    {
      part: 'heartRateVariability',
      value: strainValue(heartRateVariabilityZ, -1, rules),
      weight: heartRateVariability,
    },
  ]
}

/** Returns the mean of the given items on a scale of 0-100; null when there are none. */
function wellnessValue({ sleep, fatigue, stress, soreness }: CheckIn, rules: TrainingRules): number | null {
  const { min, max } = rules.readiness.wellnessScale
  const average = mean([sleep, fatigue, stress, soreness].filter((item) => item !== null))
  return average === null ? null : ((average - min) / (max - min)) * 100
}

/**
 * Scores a z-score: 100 at the athlete's own mean or better, 0 from three deviations on the bad
 * side. `badSign` says which side that is.
 */
function strainValue(z: number | null, badSign: 1 | -1, rules: TrainingRules): number | null {
  if (z === null) return null
  const { zMax } = rules.readiness
  return 100 * (1 - Math.min(Math.max(z * badSign, 0), zMax) / zMax)
}

function bandOf(score: number, rules: TrainingRules): ReadinessBand {
  const { greenMin, amberMin } = rules.readiness.bands
  if (score >= greenMin) return 'green'
  return score >= amberMin ? 'amber' : 'red'
}

function bandWithPain(band: ReadinessBand, pain: number | null, rules: TrainingRules): ReadinessBand {
  if (pain === null) return band
  const { redAbove, amberAbove } = rules.readiness.pain
  if (pain > redAbove) return 'red'
  return pain > amberAbove && band === 'green' ? 'amber' : band
}
