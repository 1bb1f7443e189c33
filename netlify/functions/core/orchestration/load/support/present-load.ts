import { ratioNote } from '#domain/load/explain-load.js'
import type { LoadReport } from '#domain/load/load-report.js'
import type { CategorySpike } from '#domain/load/spikes.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import type { LoadResource } from './load.schema.js'

/** A report of training load as it is answered. */
export function presentLoad(
  report: LoadReport,
  { bodyMassAssumed, ...range }: { readonly from: string; readonly to: string; readonly bodyMassAssumed: boolean },
  rules: TrainingRules,
): LoadResource {
  const { noneMax, smallMax, moderateMax, priorDays, referenceSessionsMin } = rules.load.spike
  return {
    ...range,
    bodyMassAssumed,
    days: [...report.days],
    weeks: [...report.weeks],
    ratio: { ...report.ratio, note: ratioNote },
    spikes: report.spikes.flatMap(presentSpike),
    ruleId: 'load.session_spike',
    thresholds: { noneMax, smallMax, moderateMax, priorDays, referenceSessionsMin },
    rulesVersion: rules.version,
  }
}

function presentSpike({ date, sessionId, category, loads, spike }: CategorySpike): LoadResource['spikes'] {
  if (spike.band === null || spike.band === 'none') return []
  const { ratio, band, basis } = spike
  return [{ date, sessionId, category, timeLoadKgSeconds: loads.load, ratio, band, basis }]
}
