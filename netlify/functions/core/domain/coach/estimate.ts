import { type Ability, initialAbility } from '#domain/ability/ability.js'
import { ageAbility } from '#domain/ability/age-ability.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import type { CoachStanding, DatedAbility, Day } from './coach-athlete.js'
import type { CoachExercise } from './coach-exercise.js'
import type { CoachView } from './coach-view.js'
import { slotKeyOf } from './slot-key.js'

/**
 * Returns where a slot starts when it is first seen: at its category, less certain by how much a
 * slot may differ.
 *
 * @param category the ability in the category of the exercise that the slot is first seen with.
 */
export function startOfSlot({ mean, variance }: Ability, rules: TrainingRules): Ability {
  return { mean, variance: Math.min(variance + rules.coach.estimate.slotVariance, rules.ability.varianceMax) }
}

/** Returns how much better an athlete is at an exercise than at its slot, before anything is known. */
export function startOfOffset(rules: TrainingRules): Ability {
  return { mean: 0, variance: rules.coach.estimate.offsetVariance }
}

/** Returns where an athlete who never did an exercise stands in it. */
export function newStanding(rules: TrainingRules): CoachStanding {
  return {
    mastered: false,
    working: null,
    modifier: 'none',
    offset: startOfOffset(rules),
    told: null,
    lastOn: null,
    lastSets: [],
    gainOn: null,
    sessionsWithoutGain: 0,
    regressedOn: null,
    swappedDownOn: null,
  }
}

/** Returns where the athlete stands in an exercise. */
export function standingOf({ id }: Pick<CoachExercise, 'id'>, { athlete, rules }: CoachView): CoachStanding {
  return athlete.exercises.get(id) ?? newStanding(rules)
}

/** Returns the athlete's ability in a category on the day; a wide guess when nothing is known. */
export function categoryAbility({ category }: Pick<CoachExercise, 'category'>, view: CoachView): Ability {
  const known = view.athlete.categories.get(category)
  return known ? agedTo(view.day, known, view.rules) : initialAbility(null, view.rules)
}

/** Returns the athlete's ability in an exercise's slot on the day. */
export function slotAbility(exercise: CoachExercise, view: CoachView): Ability {
  const known = view.athlete.slots.get(slotKeyOf(exercise))
  if (known) return agedTo(view.day, known, view.rules)
  return startOfSlot(categoryAbility(exercise, view), view.rules)
}

/** Returns the athlete's ability in an exercise on the day, in levels: that of its slot with its offset. */
export function estimateOf(exercise: CoachExercise, view: CoachView): Ability {
  const slot = slotAbility(exercise, view)
  const { offset } = standingOf(exercise, view)
  return { mean: slot.mean + offset.mean, variance: slot.variance + offset.variance }
}

function agedTo(day: Day, known: DatedAbility, rules: TrainingRules): Ability {
  return ageAbility(known, Math.max(0, day - known.day), rules)
}
