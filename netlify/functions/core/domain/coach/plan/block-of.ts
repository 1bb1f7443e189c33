import { returnFromBreak } from '#domain/recovery/return-from-break.js'
import { lastDeloadEnd, weeksSinceDeload } from '#domain/recovery/weeks-since-deload.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import type { TrainingState } from '#domain/training/training-state.js'
import { dayOf } from '../reading/day-number.js'
import type { PlanRequest } from './plan-weeks.js'

/**
 * Returns what a block that begins on a day goes on from: the weeks since the last deload, deloads
 * that run or were planned, and what is left of the way back after a break.
 */
export function blockOf(
  state: TrainingState,
  startsOn: string,
  rules: TrainingRules,
): Pick<PlanRequest, 'weeksSinceDeload' | 'deloads' | 'returnMultipliers'> {
  return {
    weeksSinceDeload: weeksSinceDeload(state.weeks, lastDeloadEnd(state.deloads, startsOn), startsOn, rules),
    deloads: state.deloads.map(({ startsOn: from, endsOn }) => ({ from: dayOf(from), to: dayOf(endsOn) })),
    returnMultipliers: returnFromBreak(state.trainedOn, startsOn, rules)?.multipliersLeft ?? [],
  }
}
