import { addDays, daysBetween } from '#domain/calendar/days-between.js'
import type { DeloadDays } from '#domain/progression/deload-week.js'
import { type Fault, refuse } from '#domain/refusal.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'

/**
 * The days of a deload that begins on a day. Refuses with INVALID_INPUT where that day is past or
 * too far ahead, and with CONFLICT where another deload has a day in common.
 */
export function planDeload(
  startsOn: string,
  today: string,
  others: readonly DeloadDays[],
  rules: TrainingRules,
): DeloadDays {
  const fault = startFault(startsOn, today, rules)
  if (fault) refuse('INVALID_INPUT', 'A deload begins today or soon.', [fault])
  const endsOn = addDays(startsOn, rules.deload.days - 1)
  const other = others.find((one) => one.startsOn <= endsOn && one.endsOn >= startsOn)
  if (other) refuse('CONFLICT', `There is a deload from ${other.startsOn} to ${other.endsOn} already.`)
  return { startsOn, endsOn }
}

function startFault(startsOn: string, today: string, { deload }: TrainingRules): Fault | null {
  const pointer = '/startsOn'
  if (startsOn < today) return { pointer, code: 'IN_PAST', detail: `lies in the past: today is ${today}` }
  if (daysBetween(today, startsOn) <= deload.daysAheadMax) return null
  return { pointer, code: 'OUT_OF_RANGE', detail: `lies more than ${deload.daysAheadMax} days ahead` }
}
