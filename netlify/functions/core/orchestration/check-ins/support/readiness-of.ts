import type * as z from 'zod'
import type { DailyCheckIn } from '#domain/recovery/check-in.schema.js'
import { readinessOn } from '#domain/recovery/daily-readiness.js'
import { explainReadiness, noDiagnosis } from '#domain/recovery/explain-readiness.js'
import { recentPain } from '#domain/recovery/pain.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import type { Training } from '#orchestration/training/read-training.js'
import type { ReadinessResource } from './readiness.schema.js'

/** Tells how ready an athlete is today, as it is answered, from their log and `recentCheckIns`. */
export function readinessOf(
  { athlete: { today }, trainingLog }: Pick<Training, 'athlete' | 'trainingLog'>,
  checkIns: readonly DailyCheckIn[],
  rules: TrainingRules,
): z.output<typeof ReadinessResource> {
  const pain = recentPain(trainingLog, checkIns, today, rules)
  const day = readinessOn(today, checkIns, pain, rules)
  return {
    date: today,
    score: day.score,
    band: day.band,
    parts: [...day.parts],
    painMax7Days: day.painMax7Days,
    checkIn: day.checkIn,
    ...explainReadiness(day, rules),
    note: noDiagnosis,
    rulesVersion: rules.version,
  }
}
