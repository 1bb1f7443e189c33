import { sessionSpike } from '#domain/load/session-spike.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { mean, sampleDeviation } from '#domain/values/statistics.js'
import type { Flag, FlagFacts } from './warning-flag.js'

/** Flags a single session far above those before it (Frandsen 2025, carried over from running). */
export function sessionSpikeFlag(facts: FlagFacts, rules: TrainingRules): Flag | null {
  if (facts.sessionLoad === null || facts.prior30Days === null) return null
  const loads = { load: facts.sessionLoad, prior30Days: facts.prior30Days, priorLast3: facts.priorLast3 ?? [] }
  const { band } = sessionSpike(loads, rules)
  if (band === null || band === 'none') return null
  return { code: 'SESSION_SPIKE', severity: band === 'large' ? 'red' : 'amber' }
}

/**
 * Flags days that are too alike. It is a warning only when the week was also at least as heavy as
 * the athlete's own weeks; else it is information.
 */
export function monotonyFlag({ monotony, weekTotal, own4WeekMean }: FlagFacts, rules: TrainingRules): Flag | null {
  if (monotony === null || monotony < rules.flags.monotonyMin) return null
  const isHeavyWeek = weekTotal !== null && own4WeekMean !== null && weekTotal >= own4WeekMean
  return { code: 'MONOTONY', severity: isHeavyWeek ? 'amber' : 'info' }
}

/** Flags a strain above the athlete's own history (Foster 1998: thresholds are individual). */
export function strainFlag({ strain, strainHistory }: FlagFacts, rules: TrainingRules): Flag | null {
  const { weeksMin, deviations } = rules.flags.strain
  if (strain === null || strainHistory === null || strainHistory.length < weeksMin) return null
  const limit = (mean(strainHistory) ?? 0) + deviations * (sampleDeviation(strainHistory) ?? 0)
  return strain > limit ? { code: 'STRAIN', severity: 'amber' } : null
}

/** Flags a high acute:chronic ratio, as information only (Impellizzeri 2020). */
export function loadRatioFlag({ ewmaRatio }: FlagFacts, rules: TrainingRules): Flag | null {
  return ewmaRatio !== null && ewmaRatio > rules.flags.loadRatioAbove ? { code: 'LOAD_RATIO', severity: 'info' } : null
}

/**
 * Flags more hard sets of a category in a week than anybody recovers from, or many more than the athlete's
 * usual (product defaults). Rules without a number for it raise nothing.
 */
export function volumeFlag({ categorySets7Days, categorySetsUsual }: FlagFacts, rules: TrainingRules): Flag | null {
  const { volume } = rules.flags
  if (volume === null || categorySets7Days === null) return null
  const isRise =
    categorySetsUsual !== null &&
    categorySets7Days > volume.riseFactor * categorySetsUsual &&
    categorySets7Days > volume.riseSetsMin
  return isRise || categorySets7Days > volume.setsMax ? { code: 'VOLUME_HIGH', severity: 'amber' } : null
}
