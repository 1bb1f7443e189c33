import type { SessionObservation } from '#domain/ability/two-hypotheses/reading.js'
import { setFailed } from '#domain/effort/performed-set.js'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { type Random, randomNormal } from '../former-policy/sampling/seeded-random.js'
import type { SimulatedExercise } from './push-library.js'
import type { Scenario } from './scenarios.js'

/**
 * The truth that the filter has to find. It does not follow the rules under test: these numbers
 * stay when the rules change. The published table does not say how many sets there are, and how
 * much they tire: this bench assumes three, each 3 % weaker than the one before.
 */
const truth = {
  levelMax: 3.5,
  dayDeviation: 0.15,
  exerciseDeviation: 0.2,
  sets: 3,
  fatiguePerSet: 0.03,
  holdSharePerRpePoint: 0.1,
}

/**
 * A synthetic athlete: the level on the first day, and the source of everything random afterwards.
 */
export type Athlete = { readonly startLevel: number; readonly random: Random }

/** Creates an athlete with a level between 0 and 3.5. */
export function createAthlete(random: Random): Athlete {
  return { startLevel: truth.levelMax * random(), random }
}

/** Returns the true ability on a day, in levels. */
export function trueLevel(athlete: Athlete, day: number, scenario: Scenario): number {
  return athlete.startLevel + scenario.levelsPerWeek * Math.min(day / 7, scenario.weeksOfGrowth)
}

/** Draws the form of a day, in levels; all exercises of the day share it. */
export function formOfDay({ random }: Athlete): number {
  return truth.dayDeviation * randomNormal(random)
}

/**
 * Performs and rates the sets of an exercise at its target.
 *
 * @param levelsAbove how far the athlete is above the exercise's true difficulty on this day.
 */
export function performExercise(
  athlete: Athlete,
  exercise: SimulatedExercise,
  levelsAbove: number,
  scenario: Scenario,
): SessionObservation[] {
  const suits = truth.exerciseDeviation * randomNormal(athlete.random)
  const fresh = exercise.defaultAmount * Math.exp(scenario.slope * (levelsAbove + suits))
  return Array.from({ length: truth.sets }, (_, set) =>
    performSet(athlete, exercise, fresh * (1 - truth.fatiguePerSet) ** set, scenario),
  )
}

function performSet(
  { random }: Athlete,
  exercise: SimulatedExercise,
  maximum: number,
  scenario: Scenario,
): SessionObservation {
  const actual = Math.min(exercise.target, Math.floor(maximum))
  const isRated = random() < scenario.ratedShare
  const rpe = isRated ? rate(exercise, actual, maximum, random, scenario) : null
  const isMistyped = random() < scenario.mistypedShare
  const { slug, metric, difficulty, defaultAmount, target } = exercise
  return {
    exercise: slug,
    metric,
    difficulty,
    defaultAmount,
    planned: target,
    actual: isMistyped ? 10 * actual : actual,
    rpe,
    failed: setFailed(actual, exercise.target, rpe, rulesInForce),
  }
}

/**
 * Rates a set in halves of an RPE point: from the reserve as felt, whose error grows with the
 * reserve (Halperin 2022); 10 when nothing was left.
 */
function rate(
  exercise: SimulatedExercise,
  actual: number,
  maximum: number,
  random: Random,
  scenario: Scenario,
): number {
  if (actual < exercise.target) return 10
  const reserve = exercise.metric === 'reps' ? maximum - actual : (maximum / actual - 1) / truth.holdSharePerRpePoint
  const felt = reserve - scenario.underReportedReps + (0.5 + 0.3 * Math.min(reserve, 5)) * randomNormal(random)
  return Math.min(10, Math.max(1, Math.round(2 * (10 - felt)) / 2))
}
