import type { CoachExercise, SlotKey } from './coach-exercise.js'
import type { CoachView } from './coach-view.js'
import { currentRung } from './current-rung.js'
import { easiestOf, hardestOf } from './difficulty-order.js'
import { chanceOfStart, fittingRungs } from './fitting-rungs.js'
import { type SitePain, sitesEasing } from './pain-effect.js'
import { type RungChoice, rungRules, type Situation } from './rung-rules.js'
import { goalByStep } from './unlock-way.js'

/** The rung of a slot for a day, why it is this one, and what its slot has besides. */
export type ChosenRung = RungChoice & {
  readonly key: SlotKey
  /** What hurts so that the slot is trained more easily; empty when nothing does. */
  readonly eased: readonly SitePain[]
  readonly candidates: readonly CoachExercise[]
  readonly fit: readonly CoachExercise[]
}

/**
 * Chooses the rung of a slot: what was trained goes on until it is topped, stalled, failed, hurts or
 * cannot be done here; else the hardest that surely can be begun with. Null when there is nothing
 * that the athlete may do.
 *
 * The same view gives the same rung, whatever the order of its library.
 */
export function chooseRung(key: SlotKey, view: CoachView): ChosenRung | null {
  const { candidates, fit } = fittingRungs(key, view)
  const easiest = easiestOf(candidates)
  if (!easiest) return null
  const eased = sitesEasing(easiest.slot, view)
  const found = { key, eased, candidates, fit }
  const top = hardestOf(fit)
  if (!top) return { ...found, ...easiestChoice(easiest, view) }
  const situation = { key, view, fit, top, eased, current: currentRung(key, view), goals: goalByStep(view) }
  return { ...found, ...firstThatApplies(situation) }
}

function firstThatApplies(situation: Situation): RungChoice {
  for (const rule of rungRules) {
    const choice = rule(situation)
    if (choice) return choice
  }
  throw new Error(`no rule chooses a rung of ${situation.key}`)
}

function easiestChoice(exercise: CoachExercise, view: CoachView): RungChoice {
  const { fitsFrom } = view.rules.coach.rung
  return { exercise, rule: { id: 'rung.easiest', chance: chanceOfStart(exercise, view), threshold: fitsFrom } }
}
