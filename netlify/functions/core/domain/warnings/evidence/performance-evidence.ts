import { type Measurement, measure, standardisedResidual } from '#domain/ability/measurement.js'
import { exerciseIn, type Library } from '#domain/library/library-facts.js'
import { type Category, categories } from '#domain/library/vocabulary.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { deriveTraining } from '#domain/training/derive.js'
import { abilityOn, observationOf } from '#domain/training/fold-ability.js'
import type { LoggedSession } from '#domain/training/training-log.js'
import { sum } from '#domain/values/statistics.js'
import type { Steps } from '#domain/values/steps.js'
import { performanceDropFlag } from '../performance-flags.js'
import {
  type Evidence,
  evidence,
  type GatherInSteps,
  isCurrent,
  mostTelling,
  type Situation,
  sessionsSoFar,
} from './evidence.js'

/**
 * Gathers how far the last sessions of each category lay from what was expected before them, in
 * standard deviations.
 */
export const performanceDrop: GatherInSteps = function* (situation, rules) {
  const last = categories.flatMap((category) => lastMeasured(situation, category, rules))
  const residuals = yield* residualsOf(last, situation, rules)
  const candidates = categories.flatMap((category): Evidence[] => {
    const own = residuals.filter((one) => one.category === category)
    const [first, newest] = [own.at(0), own.at(-1)]
    if (!first || !newest || !isCurrent(newest.on, situation, rules)) return []
    return [evidence({ performanceZ: own.map(({ z }) => z) }, first.on, { category })]
  })
  return mostTelling(candidates, performanceDropFlag, rules)
}

type Measured = {
  readonly session: LoggedSession
  readonly category: Category
  readonly measurement: Measurement
}

function lastMeasured(situation: Situation, category: Category, rules: TrainingRules): Measured[] {
  const measured: Measured[] = []
  for (const session of sessionsSoFar(situation).toReversed()) {
    if (measured.length === rules.flags.performanceDrop.sessions) break
    const measurement = measurementOf(session, category, situation.library, rules)
    if (measurement) measured.unshift({ session, category, measurement })
  }
  return measured
}

/**
 * Measures a category in a session, its exercises weighted together. Lower bounds are left out,
 * because they tell nothing about a drop.
 */
function measurementOf(
  session: LoggedSession,
  category: Category,
  library: Library,
  rules: TrainingRules,
): Measurement | null {
  const measured = session.exercises.flatMap((exercise) => {
    const facts = exerciseIn(library, exercise.exerciseId)
    const observation = facts.category === category ? observationOf(exercise, facts, rules) : null
    const measurement = observation && measure(observation, rules)
    return measurement && !measurement.lowerBound ? [measurement] : []
  })
  if (measured.length === 0) return null
  const weight = sum(measured.map(({ variance }) => 1 / variance))
  const level = sum(measured.map((one) => one.level / one.variance)) / weight
  return { level, variance: 1 / weight, lowerBound: false }
}

type Residual = { readonly category: Category; readonly on: string; readonly z: number }

/** Folds the log once, and compares each of these sessions with the ability just before it. */
function* residualsOf(
  measured: readonly Measured[],
  { trainingLog, library, ruleBook }: Situation,
  rules: TrainingRules,
): Steps<Residual[]> {
  const residuals: Residual[] = []
  yield* deriveTraining(trainingLog, library, ruleBook, {
    before: ({ id, date }, state) => {
      for (const { category, measurement } of measured.filter(({ session }) => session.id === id)) {
        const ability = abilityOn(state.categories.get(category), date, rules)
        residuals.push({ category, on: date, z: standardisedResidual(ability, measurement, rules) })
      }
    },
  })
  return residuals
}
