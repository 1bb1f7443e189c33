import { type Ability, abilityInterval90, initialAbility } from '#domain/ability/ability.js'
import { ageAbility } from '#domain/ability/age-ability.js'
import { ageHypotheses } from '#domain/ability/two-hypotheses/age-hypotheses.js'
import { initialHypotheses } from '#domain/ability/two-hypotheses/hypotheses.js'
import type { SessionObservation } from '#domain/ability/two-hypotheses/reading.js'
import { reportHypotheses, successUnderHypotheses } from '#domain/ability/two-hypotheses/report-hypotheses.js'
import { updateHypotheses } from '#domain/ability/two-hypotheses/update-hypotheses.js'
import { updateAbility } from '#domain/ability/update-ability.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { successProbability } from '../former-policy/selection/success-probability.js'
import type { SimulatedExercise } from './push-library.js'

/** What follows one athlete: it knows nothing but what was performed. */
export type Estimator = {
  readonly age: (days: number) => void
  readonly learn: (observations: readonly SessionObservation[]) => void
  /** The chance (0-1) to do an exercise at its target with one in reserve. */
  readonly chance: (exercise: SimulatedExercise) => number
  readonly mean: () => number
  /** The interval that should hold the truth nine times in ten; null where there is none. */
  readonly interval90: () => readonly [number, number] | null
}

export type EstimatorName = 'one-gaussian' | 'two-hypotheses' | 'elo'

/** Creates an estimator that knows nothing of its athlete. */
export function createEstimator(name: EstimatorName, rules: TrainingRules): Estimator {
  switch (name) {
    case 'one-gaussian':
      return oneGaussian({ ...rules, ability: { ...rules.ability, model: name } })
    case 'two-hypotheses':
      return twoHypotheses({ ...rules, ability: { ...rules.ability, model: name } })
    case 'elo':
      return elo()
    default:
      return name satisfies never
  }
}

function oneGaussian(rules: TrainingRules): Estimator {
  let ability: Ability = initialAbility(null, rules)
  return {
    age: (days) => {
      ability = ageAbility(ability, days, rules)
    },
    learn: (observations) => {
      ability = updateAbility(ability, observations, rules).ability
    },
    chance: (exercise) => successProbability(exercise, ability, rules),
    mean: () => ability.mean,
    interval90: () => abilityInterval90(ability, rules),
  }
}

function twoHypotheses(rules: TrainingRules): Estimator {
  let hypotheses = initialHypotheses(null, rules)
  return {
    age: (days) => {
      hypotheses = ageHypotheses(hypotheses, days, rules)
    },
    learn: (observations) => {
      hypotheses = updateHypotheses(hypotheses, observations, rules).hypotheses
    },
    chance: (exercise) => successUnderHypotheses({ ...exercise, exercise: exercise.slug }, hypotheses, rules),
    mean: () => reportHypotheses(hypotheses, rules).mean,
    interval90: () => abilityInterval90(reportHypotheses(hypotheses, rules), rules),
  }
}

/**
 * A rating by wins and losses, as a baseline: a set that meets its target wins against it, the chance
 * to win is logistic in levels, and the step falls with the number of games (Pelanek 2016).
 */
function elo(): Estimator {
  const start = 1
  const scale = 4
  const stepAfter = (games: number) => Math.max(0.4, 1.5 / (1 + 0.05 * games))
  let rating = start
  let games = 0
  const needed = ({ difficulty, defaultAmount }: { difficulty: number; defaultAmount: number }, target: number) =>
    difficulty + Math.log(Math.max(1, target) / defaultAmount)
  const expected = (level: number) => 1 / (1 + Math.exp(-scale * (rating - level)))
  return {
    age: () => undefined,
    learn: (observations) => {
      for (const set of observations) {
        const target = set.planned ?? set.defaultAmount
        const won = set.actual >= target ? 1 : 0
        rating += stepAfter(games) * (won - expected(needed(set, target)))
        games += 1
      }
    },
    chance: (exercise) => expected(needed(exercise, exercise.target + 1)),
    mean: () => rating,
    interval90: () => null,
  }
}
