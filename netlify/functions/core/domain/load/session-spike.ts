import * as z from 'zod'
import type { TrainingRules } from '#domain/rules/training-rules.js'

/** How far a session stands out from those before it. */
export const SpikeBand = z.enum(['none', 'small', 'moderate', 'large'])
export type SpikeBand = z.output<typeof SpikeBand>

/** The bands of sessions that stand out. */
export const FoundSpikeBand = SpikeBand.exclude(['none']).meta({
  id: 'SpikeBand',
  description: 'How far a session stands out from those before it',
  example: 'small',
})

/**
 * What a session was compared with: the sessions of the last 30 days, or the last three of any age.
 */
export const SpikeBasis = z.enum(['30d', 'older']).meta({
  id: 'SpikeBasis',
  description: 'What a session was compared with: the sessions of 30 days, or the last three of any age',
  example: '30d',
})
export type SpikeBasis = z.output<typeof SpikeBasis>

/**
 * A session's load compared with the largest before it. All fields are null when there are fewer
 * than three sessions to compare with, or none of them had a load.
 */
export type SessionSpike =
  | { readonly ratio: number; readonly band: SpikeBand; readonly basis: SpikeBasis }
  | { readonly ratio: null; readonly band: null; readonly basis: null }

/** Time loads (kg x s) of one category. */
export type SpikeLoads = {
  readonly load: number
  /** Loads of the sessions in the 30 days before this one. */
  readonly prior30Days: readonly number[]
  /** Loads of the last three sessions before this one, of any age. */
  readonly priorLast3: readonly number[]
}

/**
 * Compares a session with the largest one before it. In runners, a single session far above the
 * longest of the last 30 days went with more injuries (Frandsen 2025); the rule carries this over
 * to training. Falling back to older sessions is a product default, because after a break the first
 * hard session is the one to warn about.
 */
export function sessionSpike(loads: SpikeLoads, rules: TrainingRules): SessionSpike {
  const reference = spikeReference(loads, rules)
  if (reference === null || reference.load === 0) return { ratio: null, band: null, basis: null }
  const ratio = loads.load / reference.load
  return { ratio, band: spikeBand(ratio, rules), basis: reference.basis }
}

function spikeReference(loads: SpikeLoads, rules: TrainingRules): { load: number; basis: SpikeBasis } | null {
  const { referenceSessionsMin } = rules.load.spike
  if (loads.prior30Days.length >= referenceSessionsMin) return { load: Math.max(...loads.prior30Days), basis: '30d' }
  if (loads.priorLast3.length >= referenceSessionsMin) return { load: Math.max(...loads.priorLast3), basis: 'older' }
  return null
}

function spikeBand(ratio: number, rules: TrainingRules): SpikeBand {
  const { noneMax, smallMax, moderateMax, tolerance } = rules.load.spike
  const upTo = (max: number) => ratio <= max + tolerance
  if (upTo(noneMax)) return 'none'
  if (upTo(smallMax)) return 'small'
  return upTo(moderateMax) ? 'moderate' : 'large'
}
