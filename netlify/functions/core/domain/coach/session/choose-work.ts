import { type Beyond, beyondStandard, unmodified } from '../beyond-standard.js'
import { type ChosenRung, chooseRung } from '../choose-rung.js'
import type { Modifier } from '../coach-athlete.js'
import type { CoachExercise, SlotKey } from '../coach-exercise.js'
import type { CoachView } from '../coach-view.js'
import { estimateOf, standingOf } from '../estimate.js'
import type { ChoiceRule } from '../recommendation.js'
import { targetsOf } from '../targets.js'
import type { Choice } from './draft.js'

/** What a slot would be trained with, and what else of it fits. */
export type Work = { readonly choice: Choice; readonly rung: ChosenRung }

/**
 * Chooses exercise, modifier and targets of a slot or of a ladder of skills; null when there is
 * nothing that the athlete may do.
 */
export function chooseWork(key: SlotKey, view: CoachView): Work | null {
  const rung = chooseRung(key, view)
  if (rung === null) return null
  const { exercise } = rung
  const rpeCap = rpeCapOf(rung, view)
  const beyond = mayBeHarder(rung, rpeCap, view) ? beyondOf(rung, view) : unmodified
  const { modifier, levels: modifierLevels } = beyond
  const sets = view.rules.coach.session.setsMax + 1
  const { targets, rule } = targetsOf(exercise, { sets, modifier, modifierLevels, rpeCap }, view)
  return { choice: { key, exercise, beyond, rpeCap, targets, rules: [rung.rule, rule, ...beyondRules(beyond)] }, rung }
}

/** Returns the RPE that no set may exceed, the lowest of what caps it; null when nothing does. */
function rpeCapOf({ eased }: ChosenRung, { athlete, rules }: CoachView): number | null {
  const { rpeCaps } = rules.coach.session
  const caps = [
    ...(eased.length > 0 ? [rpeCaps.eased] : []),
    ...(athlete.deload ? [rpeCaps.deload] : []),
    ...(athlete.band === 'amber' ? [rpeCaps.amber] : []),
  ]
  return caps.length === 0 ? null : Math.min(...caps)
}

/**
 * Tells whether an exercise may be done harder than described. A capped effort leaves that out; but in
 * an easier week what was done so lately stays so: fewer sets and the cap make it easy enough, and
 * without its load or tempo it would come out at RPE 3.
 */
function mayBeHarder(rung: ChosenRung, rpeCap: number | null, view: CoachView): boolean {
  if (rpeCap === null) return true
  const { deload, band } = view.athlete
  return deload && band !== 'amber' && rung.eased.length === 0 && lately(rung.exercise, view) !== 'none'
}

/** Returns what makes the hardest rung harder; a skill that was never tried stays as it is. */
function beyondOf({ key, exercise, fit }: ChosenRung, view: CoachView): Beyond {
  const { athlete, rules } = view
  if (fit.some(({ difficulty }) => difficulty > exercise.difficulty)) return unmodified
  if (exercise.slot === 'skill' && !athlete.slots.has(key)) return unmodified
  return beyondStandard(
    exercise,
    estimateOf(exercise, view),
    rules.coach.rung.sets,
    athlete,
    rules,
    lately(exercise, view),
  )
}

/** Returns how an exercise was done, if that was lately. */
function lately(exercise: CoachExercise, view: CoachView): Modifier {
  const { lastOn, modifier } = standingOf(exercise, view)
  return lastOn !== null && view.day - lastOn <= view.rules.coach.rung.keepDays ? modifier : 'none'
}

function beyondRules({ modifier, levels }: Beyond): ChoiceRule[] {
  if (modifier === 'none') return []
  const [kind] = modifier.split(':')
  return [{ id: `beyond.${kind}`, modifier, levels }]
}
