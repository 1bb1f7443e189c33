import type { TrainingRules } from '#domain/rules/training-rules.js'
import { loadRatioFlag, monotonyFlag, sessionSpikeFlag, strainFlag, volumeFlag } from './load-flags.js'
import { painHighFlag, painPersistentFlag } from './pain-flags.js'
import { asymmetryFlag, performanceDropFlag, pushPullFlag, rpeDriftFlag } from './performance-flags.js'
import type { Flag, FlagFacts, OverallSeverity } from './warning-flag.js'

export type WarningFlags = { readonly flags: readonly Flag[]; readonly overall: OverallSeverity }

/**
 * Raises warnings for the athlete's attention, in a fixed order: never a diagnosis (no injury model
 * from set logs alone is validated). A fact that is null skips its rule. A red flag of pain bars
 * the test of the next level in its category (`redFlags`).
 */
export function warningFlags(facts: FlagFacts, rules: TrainingRules): WarningFlags {
  const raised = [
    painHighFlag(facts, rules),
    painPersistentFlag(facts, rules),
    sessionSpikeFlag(facts, rules),
    monotonyFlag(facts, rules),
    strainFlag(facts, rules),
    loadRatioFlag(facts, rules),
    pushPullFlag(facts, rules),
    asymmetryFlag(facts, rules),
    performanceDropFlag(facts, rules),
    rpeDriftFlag(facts, rules),
    volumeFlag(facts, rules),
  ]
  const flags = raised.filter((flag) => flag !== null)
  return { flags, overall: overallSeverity(flags, rules) }
}

/**
 * Sums up warnings: red with any red or three ambers. Monotony and strain share one cause and count
 * as one.
 */
function overallSeverity(flags: readonly Flag[], rules: TrainingRules): OverallSeverity {
  if (flags.some(({ severity }) => severity === 'red')) return 'red'
  const ambers = flags.filter(({ severity }) => severity === 'amber').map(({ code }) => code)
  const shared = ambers.includes('MONOTONY') && ambers.includes('STRAIN') ? 1 : 0
  if (ambers.length - shared >= rules.flags.ambersForRed) return 'red'
  return ambers.length > 0 ? 'amber' : 'green'
}
