import type { ReadinessBand } from '#domain/recovery/readiness.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'

/** How a session changes with the day's readiness. */
export type ReadinessAdvice =
  | { readonly advice: 'as_planned'; readonly sets: number; readonly rpeCap: null }
  | { readonly advice: 'fewer_sets'; readonly sets: number; readonly rpeCap: null }
  | { readonly advice: 'mobility_or_technique'; readonly sets: number; readonly rpeCap: number }

/**
 * Adapts an exercise to readiness: amber takes one set from it (one always stays); red offers
 * mobility or technique at an easy effort. Product default.
 */
export function adaptToReadiness(band: ReadinessBand | null, sets: number, rules: TrainingRules): ReadinessAdvice {
  const { amberSetsLess, setsMin, redRpeCap } = rules.selection.readiness
  if (band === 'red') return { advice: 'mobility_or_technique', sets, rpeCap: redRpeCap }
  if (band !== 'amber') return { advice: 'as_planned', sets, rpeCap: null }
  return { advice: 'fewer_sets', sets: Math.min(sets, Math.max(setsMin, sets - amberSetsLess)), rpeCap: null }
}
