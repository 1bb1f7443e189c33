import { startValue } from '#domain/progression/start-value.js'
import { candidatesOf } from './candidates.js'
import { chanceOf, standardOf } from './capacity.js'
import type { CoachExercise, SlotKey } from './coach-exercise.js'
import type { CoachView } from './coach-view.js'
import { hardestOf, isWithin } from './difficulty-order.js'
import { estimateOf } from './estimate.js'

/** What an athlete may do in a slot, and what of it fits; the easiest first. */
export type FittingRungs = {
  readonly candidates: readonly CoachExercise[]
  readonly fit: readonly CoachExercise[]
}

/**
 * Returns the rungs of a slot that an athlete can begin with. The rung that is trained keeps fitting
 * a little longer, so that nothing flips to and fro; a stand-in for the real thing only fits while
 * nothing else does that is about as hard.
 */
export function fittingRungs(key: SlotKey, view: CoachView): FittingRungs {
  const { fitsFrom, keptFrom } = view.rules.coach.rung
  const candidates = candidatesOf(key, view)
  const current = view.athlete.anchors.get(key)
  const fit = candidates.filter(
    (exercise) => chanceOfStart(exercise, view) >= (exercise.id === current ? keptFrom : fitsFrom),
  )
  return { candidates, fit: withoutStandIns(fit, view) }
}

/** Returns the probability (0-1) to do the starting target of an exercise in three sets. */
export function chanceOfStart(exercise: CoachExercise, view: CoachView): number {
  return chanceOfThree(exercise, startValue(exercise.metric, standardOf(exercise), view.rules), view)
}

/** Returns the probability (0-1) to do a target in three sets. */
export function chanceOfThree(exercise: CoachExercise, target: number, view: CoachView): number {
  const { sets } = view.rules.coach.rung
  return chanceOf(exercise, estimateOf(exercise, view), { target, sets }, view.rules)
}

function withoutStandIns(fit: readonly CoachExercise[], view: CoachView): readonly CoachExercise[] {
  const { ladders, below } = view.rules.coach.rung.standIn
  const isStandIn = ({ ladder }: CoachExercise) => ladders.includes(ladder)
  const hardest = hardestOf(fit)
  const real = fit.filter((exercise) => !isStandIn(exercise))
  const isNear = hardest && real.some((exercise) => isWithin(below, exercise, hardest, view.rules))
  return isNear ? real : fit
}
