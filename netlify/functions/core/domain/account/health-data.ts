import type { Fault } from '../refusal.js'
import type { Purpose } from './purpose.schema.js'

/** The consent without which health data are neither taken nor used. */
export const healthDataPurpose = 'health-data' satisfies Purpose

/**
 * The fields that are data concerning health (GDPR, Art. 4 (15) and 9), wherever they stand. Body
 * mass is one of them: together with the rest it tells of the body, and is used for nothing else.
 */
export const healthFields = [
  'sleep',
  'fatigue',
  'stress',
  'soreness',
  'restingHeartRateBpm',
  'hrvRmssdMs',
  'pain',
  'painSite',
  'bodyMassKg',
] as const

/** What is health data besides, where an input is about nothing else. */
const wordsOnHealth = 'notes'

/** A health field of a body, and why it is not taken. */
type HealthFault = Extract<Fault, { readonly pointer: string }>

type About = {
  /** Whether the input is about health as a whole, so that the athlete's own words are too. */
  readonly whole: boolean
}

/**
 * Lists the health data that an input gives, each as a fault at its place. Null gives nothing: it
 * takes away.
 */
export function healthDataIn(input: unknown, { whole }: About): HealthFault[] {
  const names: ReadonlySet<string> = new Set(whole ? [...healthFields, wordsOnHealth] : healthFields)
  return pointersTo(names, input, '').map((pointer) => ({
    pointer,
    code: 'CONSENT_NEEDED',
    detail: 'is health data, which the athlete does not consent to',
  }))
}

/** Copies a value, with null in the place of all health data. */
export function withoutHealthData(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(withoutHealthData)
  const names: ReadonlySet<string> = new Set(healthFields)
  const members = Object.entries(value).map(([name, inner]) => [
    name,
    names.has(name) ? null : withoutHealthData(inner),
  ])
  return Object.fromEntries(members)
}

/** Lists where members of these names have a value, as JSON pointers; no name of ours needs escaping. */
function pointersTo(names: ReadonlySet<string>, value: unknown, at: string): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => {
    if (inner === null || inner === undefined) return []
    const pointer = `${at}/${name}`
    return names.has(name) && !Array.isArray(value) ? [pointer] : pointersTo(names, inner, pointer)
  })
}
