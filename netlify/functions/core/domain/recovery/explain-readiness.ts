import type { TrainingRules } from '#domain/rules/training-rules.js'
import type { Reason } from '#domain/values/reason.js'
import type { DailyReadiness } from './daily-readiness.js'
import type { ReadinessBand } from './readiness.js'

/** The caution that goes with every readiness. */
export const noDiagnosis = 'An estimate for your attention, never a diagnosis.'

/** Explains a readiness: the rule that decided on the band, its numbers, and a sentence. */
export function explainReadiness(day: DailyReadiness, rules: TrainingRules): Reason {
  const { bands, pain, baseline, zMax } = rules.readiness
  return {
    ruleId: `readiness.${ruleOf(day, rules)}`,
    inputs: inputsOf(day),
    thresholds: {
      greenMin: bands.greenMin,
      amberMin: bands.amberMin,
      painRedAbove: pain.redAbove,
      painAmberAbove: pain.amberAbove,
      baselineDays: baseline.days,
      baselineValuesMin: baseline.valuesMin,
      zMax,
    },
    explanation: sentence(day, rules),
  }
}

function inputsOf({ checkIn, restingHeartRate, heartRateVariability, painMax7Days }: DailyReadiness): Reason['inputs'] {
  return {
    sleep: checkIn?.sleep ?? null,
    fatigue: checkIn?.fatigue ?? null,
    stress: checkIn?.stress ?? null,
    soreness: checkIn?.soreness ?? null,
    restingHeartRateBpm: checkIn?.restingHeartRateBpm ?? null,
    restingHeartRateZ: restingHeartRate?.z ?? null,
    restingHeartRateDays: restingHeartRate?.days ?? null,
    hrvRmssdMs: checkIn?.hrvRmssdMs ?? null,
    heartRateVariabilityZ: heartRateVariability?.z ?? null,
    heartRateVariabilityDays: heartRateVariability?.days ?? null,
    painMax7Days,
  }
}

/** Names what decided: that nothing is known, pain when it lowered the band, else the score. */
function ruleOf({ score, band, painMax7Days }: DailyReadiness, rules: TrainingRules): string {
  const { pain, bands } = rules.readiness
  if (score === null) return 'unknown'
  if (painMax7Days !== null && painMax7Days > pain.redAbove) return 'pain_red'
  return band === 'amber' && score >= bands.greenMin ? 'pain_amber' : 'score'
}

function sentence(day: DailyReadiness, rules: TrainingRules): string {
  const { score, band, checkIn, painMax7Days } = day
  if (checkIn === null)
    return 'There is no check-in of today or of the last two days: check in, and readiness is known.'
  if (score === null)
    return 'The check-in says nothing about sleep, fatigue, stress or soreness, and heart rate alone says too little.'
  const pain = ruleOf(day, rules).startsWith('pain')
    ? `, and pain of ${painMax7Days} out of 10 was noted in the last 7 days`
    : ''
  return `Your readiness is ${score} out of 100${pain}: ${advice(band ?? 'amber', rules)}`
}

function advice(band: ReadinessBand, rules: TrainingRules): string {
  const { amberSetsLess, redRpeCap } = rules.selection.readiness
  switch (band) {
    case 'green':
      return 'train as planned.'
    case 'amber':
      return `consider ${amberSetsLess === 1 ? 'one set' : `${amberSetsLess} sets`} less of each exercise.`
    case 'red':
      return `keep to mobility or technique, at RPE ${redRpeCap} at most, and seek advice if pain lasts.`
  }
}
