import type { Ability } from '#domain/ability/ability.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { capacityOf, chanceOf, standardOf } from './capacity.js'
import type { Modifier } from './coach-athlete.js'
import type { CoachExercise } from './coach-exercise.js'
import { firstReserveTarget } from './reserve-targets.js'

/** How an exercise is made harder, and by how many levels. */
export type Beyond = { readonly modifier: Modifier; readonly levels: number }

/** What an athlete weighs and can add, in kilograms. */
export type Masses = { readonly bodyMassKg: number; readonly loadKg: number }

/** The exercise as the library describes it. */
export const unmodified: Beyond = { modifier: 'none', levels: 0 }

/**
 * Returns how an exercise is done by an athlete who is beyond its standard and has nothing harder:
 * with load, else slower, else slower and with a pause; holds by their seconds. What was made harder
 * stays so a little longer, as a rung does, so that nothing flips to and fro.
 *
 * @param last how it was done lately; `none` when it was not.
 */
export function beyondStandard(
  exercise: CoachExercise,
  ability: Ability,
  sets: number,
  masses: Masses,
  rules: TrainingRules,
  last: Modifier = 'none',
): Beyond {
  const { rung, beyond } = rules.coach
  const standard = { target: standardOf(exercise), sets }
  const isTopped = (modifierLevels: number, wasLeft: boolean) =>
    chanceOf(exercise, ability, { ...standard, modifierLevels }, rules) >= (wasLeft ? rung.keptFrom : rung.fitsFrom)
  if (!isTopped(0, last !== 'none')) return unmodified
  const load = loaded(exercise, ability, masses, rules)
  if (load) return load
  if (exercise.metric !== 'reps') return { modifier: 'reps', levels: 0 }
  return isTopped(beyond.tempo, last === 'tempo_pause')
    ? { modifier: 'tempo_pause', levels: beyond.tempoPause }
    : { modifier: 'tempo', levels: beyond.tempo }
}

/** Returns the smallest load that brings a set back to the standard, else the largest at hand. */
function loaded(exercise: CoachExercise, ability: Ability, masses: Masses, rules: TrainingRules): Beyond | null {
  const { loadStepKg } = rules.coach.beyond
  const steps = Math.floor(masses.loadKg / loadStepKg)
  if (!exercise.loadable || exercise.metric !== 'reps' || steps < 1) return null
  const maximum = capacityOf(exercise, ability, 0, rules)
  for (let step = 1; ; step += 1) {
    const addedKg = step * loadStepKg
    const left = maximumWith(addedKg, maximum, exercise.bodyMassFraction * masses.bodyMassKg, rules)
    const target = firstReserveTarget(left, exercise.metric, rules)
    if (target <= standardOf(exercise) || step === steps) {
      return { modifier: `load:${addedKg}`, levels: Math.log(maximum / left) / rules.ability.kappa }
    }
  }
}

/** Returns the most reps with a load, by Epley's formula, at least 1. */
function maximumWith(addedKg: number, maximum: number, movedKg: number, rules: TrainingRules): number {
  const { epleyReps } = rules.coach.beyond
  const ratio = (movedKg + addedKg) / movedKg
  return Math.max(1, epleyReps * ((1 + maximum / epleyReps) / ratio - 1))
}
