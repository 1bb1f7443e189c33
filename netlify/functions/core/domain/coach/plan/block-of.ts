import { deloadFacts } from '#domain/recovery/deload-facts.js'
import { returnFromBreak } from '#domain/recovery/return-from-break.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { trainedOn } from '#domain/training/trained-on.js'
import type { TrainingLog } from '#domain/training/training-log.js'
import type { TrainingState } from '#domain/training/training-state.js'
import { mapInSteps, type Steps } from '#domain/values/steps.js'
import type { CoachLibrary } from '../coach-exercise.js'
import { trainedIn } from '../reading/coach-athlete-of.js'
import { dayOf } from '../reading/day-number.js'
import type { PlanRequest } from './plan-weeks.js'

/** What was trained, as far as a block of weeks goes on from it. */
type Trained = { readonly trainingLog: TrainingLog; readonly state: TrainingState; readonly library: CoachLibrary }

/**
 * Returns what a block that begins on a day goes on from: the weeks since the last deload, deloads
 * that run or were planned, and what is left of the way back after a break.
 */
export function* blockOf(
  { trainingLog, state, library }: Trained,
  startsOn: string,
  rules: TrainingRules,
): Steps<Pick<PlanRequest, 'weeksSinceDeload' | 'deloads' | 'returnMultipliers'>> {
  const sessions = trainingLog.sessions.filter(({ date }) => date <= startsOn)
  const loads = yield* mapInSteps(sessions, (session) => trainedIn(session, library))
  const { weeksSinceDeload } = deloadFacts({ state, loads, checkIns: [], today: startsOn }, rules)
  const days = [...trainedOn(state.decisions)].toReversed()
  return {
    weeksSinceDeload,
    deloads: state.deloads.map(({ startsOn: from, endsOn }) => ({ from: dayOf(from), to: dayOf(endsOn) })),
    returnMultipliers: returnFromBreak(days, startsOn, rules)?.multipliersLeft ?? [],
  }
}
