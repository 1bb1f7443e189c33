import { StrengthSlot } from '#domain/library/vocabulary.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { compareCodePoints } from '#domain/values/code-point-order.js'
import { capacityOf, standardOf } from './capacity.js'
import type { CoachExercise, SlotKey } from './coach-exercise.js'
import type { CoachView } from './coach-view.js'
import { easiestOf, hardestOf, isWithin } from './difficulty-order.js'
import { estimateOf } from './estimate.js'
import { chanceOfThree } from './fitting-rungs.js'
import { firstReserveTarget } from './reserve-targets.js'

/** Tells whether an exercise is done in reps and in both directions, and is no matter of balance. */
export function isConcentric({ metric, tags }: Pick<CoachExercise, 'metric' | 'tags'>, rules: TrainingRules): boolean {
  return metric === 'reps' && !rules.coach.rung.notConcentricTags.some((tag) => tags.includes(tag))
}

/** Tells whether the first target of an exercise would be well above its standard. */
export function exceedsStandard(exercise: CoachExercise, view: CoachView): boolean {
  const maximum = capacityOf(exercise, estimateOf(exercise, view), 0, view.rules)
  return (
    firstReserveTarget(maximum, exercise.metric, view.rules) > standardOf(exercise) + view.rules.coach.rung.overDefault
  )
}

/**
 * Returns the next rung: the hardest of the same ladder that is no more than a step away, else the
 * hardest of all such, else the first above. Undefined when nothing harder fits, or when it is
 * better bridged by reps.
 */
export function nextRung(
  current: CoachExercise,
  key: SlotKey,
  fit: readonly CoachExercise[],
  view: CoachView,
): CoachExercise | undefined {
  const harder = fit.filter(({ difficulty }) => difficulty > current.difficulty)
  const above = isStrength(key) && isConcentric(current, view.rules) ? afterReps(current, harder, view) : harder
  const near = above.filter((exercise) => isWithin(view.rules.coach.rung.stepMax, current, exercise, view.rules))
  const ladder = near.filter((exercise) => exercise.ladder === current.ladder)
  return hardestOf(ladder) ?? hardestOf(near) ?? easiestOf(above)
}

/**
 * Returns what may follow a rung in reps: others in reps; holds and eccentrics only when there are
 * none, and the bridge to them is crossed.
 */
function afterReps(
  current: CoachExercise,
  harder: readonly CoachExercise[],
  view: CoachView,
): readonly CoachExercise[] {
  const { rung, target } = view.rules.coach
  const inReps = harder.filter((exercise) => isConcentric(exercise, view.rules))
  if (inReps.length > 0) return inReps
  const bridge = Math.ceil(target.bridgeFactor * standardOf(current))
  return chanceOfThree(current, bridge, view) >= rung.fitsFrom ? harder : []
}

/** Returns the nearest variant of a rung that has stalled, as hard but not a matter of endurance. */
export function variantOf(
  current: CoachExercise,
  fit: readonly CoachExercise[],
  view: CoachView,
): CoachExercise | undefined {
  const { variantGap } = view.rules.coach.rung
  const distance = ({ difficulty }: CoachExercise) => Math.abs(difficulty - current.difficulty)
  return fit
    .filter((other) => other.id !== current.id && !exceedsStandard(other, view))
    .filter(
      (other) => isWithin(variantGap, other, current, view.rules) && isWithin(variantGap, current, other, view.rules),
    )
    .sort((a, b) => distance(a) - distance(b) || compareCodePoints(a.slug, b.slug))[0]
}

/** Core is trained as much by holds as by reps, and skills are holds. */
function isStrength(key: SlotKey): boolean {
  return key !== 'core' && StrengthSlot.safeParse(key).success
}
