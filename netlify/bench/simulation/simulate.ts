import { type Ability, abilityInterval90, initialAbility } from '#domain/ability/ability.js'
import { ageAbility } from '#domain/ability/age-ability.js'
import { updateAbility } from '#domain/ability/update-ability.js'
import { mostTellingSet } from '#domain/effort/estimate-max.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { randomNormal, seededRandom } from '#domain/workout/sampling/seeded-random.js'
import { successProbability } from '#domain/workout/selection/success-probability.js'
import { type Athlete, createAthlete, formOfDay, performExercise, trueLevel } from './athlete.js'
import type { SimulatedExercise } from './push-library.js'
import type { Scenario } from './scenarios.js'

const trainingDays = [0, 2, 4]
const exercisesPerSession = 2

/**
 * The quality of an estimate at the end of a week: its error in levels, and whether its interval
 * contained the truth.
 */
export type Sample = { readonly week: number; readonly error: number; readonly covered: boolean }

export type SimulationSize = { readonly athletes: number; readonly weeks: number; readonly seed: number }

/** Follows the athletes of a scenario through their weeks; the same seed gives the same samples. */
export function simulate(
  scenario: Scenario,
  library: readonly SimulatedExercise[],
  size: SimulationSize,
  rules: TrainingRules,
): Sample[] {
  const random = seededRandom(`library ${size.seed}`)
  const errors = library.map(() => scenario.libraryDeviation * randomNormal(random))
  return Array.from({ length: size.athletes }, (_, index) => {
    const athlete = createAthlete(seededRandom(`athlete ${index} of ${size.seed}`))
    return followAthlete(athlete, { scenario, library, errors, rules }, size.weeks)
  }).flat()
}

type World = {
  readonly scenario: Scenario
  readonly library: readonly SimulatedExercise[]
  readonly errors: readonly number[]
  readonly rules: TrainingRules
}

function followAthlete(athlete: Athlete, world: World, weeks: number): Sample[] {
  let ability = initialAbility(null, world.rules)
  let lastDay = 0
  return Array.from({ length: weeks }, (_, week) => {
    for (const weekday of trainingDays) {
      const day = 7 * week + weekday
      ability = trainOnce(athlete, ageAbility(ability, day - lastDay, world.rules), day, world)
      lastDay = day
    }
    return sample(week + 1, ability, trueLevel(athlete, lastDay, world.scenario), world.rules)
  })
}

/**
 * Trains one session: chooses the exercises whose success probability is closest to the target of
 * the selection, and observes the most telling set of each.
 */
function trainOnce(athlete: Athlete, ability: Ability, day: number, world: World): Ability {
  const { scenario, library, errors, rules } = world
  const level = trueLevel(athlete, day, scenario) + formOfDay(athlete)
  const observations = chooseExercises(ability, library, rules).flatMap(({ exercise, index }) => {
    const trueDifficulty = exercise.difficulty + (errors[index] ?? 0)
    const sets = performExercise(athlete, exercise, level - trueDifficulty, scenario)
    return mostTellingSet(sets, rules) ?? []
  })
  return updateAbility(ability, observations, rules).ability
}

function chooseExercises(ability: Ability, library: readonly SimulatedExercise[], rules: TrainingRules) {
  const distance = (exercise: SimulatedExercise) =>
    Math.abs(successProbability(exercise, ability, rules) - rules.selection.successTarget)
  return library
    .map((exercise, index) => ({ exercise, index, distance: distance(exercise) }))
    .sort((a, b) => a.distance - b.distance || a.index - b.index)
    .slice(0, exercisesPerSession)
}

function sample(week: number, ability: Ability, truth: number, rules: TrainingRules): Sample {
  const [low, high] = abilityInterval90(ability, rules)
  return { week, error: ability.mean - truth, covered: low <= truth && truth <= high }
}
