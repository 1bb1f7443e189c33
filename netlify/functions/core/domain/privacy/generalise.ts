import type { TrainingRules } from '#domain/rules/training-rules.js'

/** Returns a band of ten years for an age, open from 70: `20-29`, `70+`. Product default. */
export function ageBand(years: number, rules: TrainingRules): string {
  const { ageBandYears, ageOpenFrom } = rules.privacy.generalisation
  if (years >= ageOpenFrom) return `${ageOpenFrom}+`
  const from = Math.floor(years / ageBandYears) * ageBandYears
  return `${from}-${from + ageBandYears - 1}`
}

/** Rounds a body mass to the nearest 5 kg. Product default. */
export function roundedBodyMassKg(bodyMassKg: number, rules: TrainingRules): number {
  const { bodyMassStepKg } = rules.privacy.generalisation
  return Math.floor(bodyMassKg / bodyMassStepKg + 0.5) * bodyMassStepKg
}

/**
 * Counts ISO weeks (Monday first) from the athlete's first week, which is 0, to that of a day. Days
 * are counted from 1970-01-01.
 */
export function relativeWeek(day: number, firstDay: number): number {
  return isoWeekNumber(day) - isoWeekNumber(firstDay)
}

/** Numbers the weeks from 1970-01-01, a Thursday: the first new week begins four days later. */
function isoWeekNumber(day: number): number {
  return Math.floor((day + 3) / 7)
}
