import { mostTellingSet } from '#domain/effort/estimate-max.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { randomNormal, seededRandom } from '../former-policy/sampling/seeded-random.js'
import { type Athlete, createAthlete, formOfDay, performExercise, trueLevel } from './athlete.js'
import { createEstimator, type Estimator, type EstimatorName } from './estimators.js'
import type { SimulatedExercise } from './push-library.js'
import type { Scenario } from './scenarios.js'

const trainingDays = [0, 2, 4]
const exercisesPerSession = 2

/**
 * The quality of an estimate at the end of a week: its error in levels, and whether its interval
 * contained the truth; null when it gives none.
 */
export type Sample = { readonly week: number; readonly error: number; readonly covered: boolean | null }

/** How many athletes train for how long; each seed has a library of its own. */
export type SimulationSize = {
  readonly athletes: number
  readonly weeks: number
  readonly seed: number
  readonly seeds: number
}

/** Follows the athletes of a scenario through their weeks; the same seed gives the same samples. */
export function simulate(
  scenario: Scenario,
  library: readonly SimulatedExercise[],
  size: SimulationSize,
  estimator: EstimatorName,
  rules: TrainingRules,
): Sample[] {
  return Array.from({ length: size.seeds }, (_, at) => {
    const seed = size.seed + at
    const random = seededRandom(`library ${seed}`)
    const errors = library.map(() => scenario.libraryDeviation * randomNormal(random))
    return Array.from({ length: size.athletes }, (_, index) => {
      const athlete = createAthlete(seededRandom(`athlete ${index} of ${seed}`))
      const world = { scenario, library, errors, rules }
      return followAthlete(athlete, createEstimator(estimator, rules), world, size.weeks)
    }).flat()
  }).flat()
}

type World = {
  readonly scenario: Scenario
  readonly library: readonly SimulatedExercise[]
  readonly errors: readonly number[]
  readonly rules: TrainingRules
}

function followAthlete(athlete: Athlete, estimator: Estimator, world: World, weeks: number): Sample[] {
  let lastDay = 0
  return Array.from({ length: weeks }, (_, week) => {
    for (const weekday of trainingDays) {
      const day = 7 * week + weekday
      estimator.age(day - lastDay)
      trainOnce(athlete, estimator, day, world)
      lastDay = day
    }
    return sample(week + 1, estimator, trueLevel(athlete, lastDay, world.scenario))
  })
}

/**
 * Trains one session: chooses the exercises whose success probability is closest to the target of
 * the selection, and observes the most telling set of each.
 */
function trainOnce(athlete: Athlete, estimator: Estimator, day: number, world: World): void {
  const { scenario, library, errors, rules } = world
  const level = trueLevel(athlete, day, scenario) + formOfDay(athlete)
  const observations = chooseExercises(estimator, library, rules).flatMap(({ exercise, index }) => {
    const trueDifficulty = exercise.difficulty + (errors[index] ?? 0)
    const sets = performExercise(athlete, exercise, level - trueDifficulty, scenario)
    return mostTellingSet(sets, rules) ?? []
  })
  estimator.learn(observations)
}

function chooseExercises(estimator: Estimator, library: readonly SimulatedExercise[], rules: TrainingRules) {
  const distance = (exercise: SimulatedExercise) => Math.abs(estimator.chance(exercise) - rules.selection.successTarget)
  return library
    .map((exercise, index) => ({ exercise, index, distance: distance(exercise) }))
    .sort((a, b) => a.distance - b.distance || a.index - b.index)
    .slice(0, exercisesPerSession)
}

function sample(week: number, estimator: Estimator, truth: number): Sample {
  const [low, high] = estimator.interval90() ?? []
  const covered = low === undefined || high === undefined ? null : low <= truth && truth <= high
  return { week, error: estimator.mean() - truth, covered }
}
