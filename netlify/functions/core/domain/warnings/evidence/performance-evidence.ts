import type { SessionObservation } from '#domain/ability/two-hypotheses/reading.js'
import { estimateMax } from '#domain/effort/estimate-max.js'
import { exerciseIn, type Library } from '#domain/library/library-facts.js'
import { type Category, categories } from '#domain/library/vocabulary.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { deriveTraining } from '#domain/training/derive.js'
import { observationOf, tellsOfCategory } from '#domain/training/fold-ability.js'
import { residualOf } from '#domain/training/residual.js'
import type { LoggedSession } from '#domain/training/training-log.js'
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
  readonly observations: readonly SessionObservation[]
}

function lastMeasured(situation: Situation, category: Category, rules: TrainingRules): Measured[] {
  const measured: Measured[] = []
  for (const session of sessionsSoFar(situation).toReversed()) {
    if (measured.length === rules.flags.performanceDrop.sessions) break
    const observations = measuredIn(session, category, situation.library, rules)
    if (observations.length > 0) measured.unshift({ session, category, observations })
  }
  return measured
}

/** Lists what a session measured in a category. Lower bounds tell nothing about a drop. */
function measuredIn(
  session: LoggedSession,
  category: Category,
  library: Library,
  rules: TrainingRules,
): SessionObservation[] {
  return session.exercises.flatMap((exercise) => {
    const facts = exerciseIn(library, exercise.exerciseId)
    const isOfCategory = facts.category === category && tellsOfCategory(facts, rules)
    const observation = isOfCategory ? observationOf(exercise, facts, rules) : null
    return observation && !estimateMax(observation, rules).lowerBoundOnly ? [observation] : []
  })
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
      for (const { category, observations } of measured.filter(({ session }) => session.id === id)) {
        const z = residualOf(state.categories.get(category), observations, date, rules)
        residuals.push({ category, on: date, z })
      }
    },
  })
  return residuals
}
