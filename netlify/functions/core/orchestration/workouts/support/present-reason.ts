import type * as z from 'zod'
import type { CoachReason as Reason } from '#domain/coach/explain/coach-reason.js'
import type { CoachReason } from './coach-reason.schema.js'

/** Returns a reason as answers have it. */
export function presentReason({ inputs, thresholds, ...reason }: Reason): z.output<typeof CoachReason> {
  const open = Object.entries(inputs).map(([name, value]) => [name, isList(value) ? [...value] : value])
  return { ...reason, inputs: Object.fromEntries(open), thresholds: { ...thresholds } }
}

function isList(value: unknown): value is readonly string[] {
  return Array.isArray(value)
}
