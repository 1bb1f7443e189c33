import type { TrainingRules } from '#domain/rules/training-rules.js'
import { type Ability, initialAbility } from '../ability.js'

/**
 * How much harder an exercise is for this athlete than the library says: mean in levels, variance in
 * levels squared.
 */
export type Offset = readonly [mean: number, variance: number]

/** What one hypothesis about the library has learned of an athlete in a category. */
export type Hypothesis = {
  /** Ability (levels), growth (levels a week), reps in reserve reported too few, ln(slope). */
  readonly state: readonly number[]
  /** The covariance of the state, 4 by 4, row by row. */
  readonly covariance: readonly number[]
  /** Offsets of the exercises that were observed, by exercise. */
  readonly offsets: Readonly<Record<string, Offset>>
  /** The side on which the last session lay far off as a whole: above 1, below -1, neither 0. */
  readonly side: -1 | 0 | 1
  /** Natural logarithm of the weight; the larger of both is 0. */
  readonly logWeight: number
}

/** An ability under both hypotheses: the library fits this athlete, or it is off. */
export type Hypotheses = readonly [fits: Hypothesis, off: Hypothesis]

export const stateSize = 4

type HypothesisRules = TrainingRules['ability']['twoHypotheses']['fits' | 'off']

/** Returns what is known when nothing but an ability is: at the start, or from the first model. */
export function hypothesesFrom(ability: Ability, rules: TrainingRules): Hypotheses {
  const { fits, off, growth } = rules.ability.twoHypotheses
  const from = (own: HypothesisRules): Hypothesis => ({
    state: [ability.mean, growth.usual, own.underReported.reps, 0],
    covariance: diagonal([
      ability.variance,
      own.growthDeviation ** 2,
      own.underReported.deviation ** 2,
      own.logSlopeDeviation ** 2,
    ]),
    offsets: {},
    side: 0,
    logWeight: 0,
  })
  return [from(fits), from(off)]
}

/** Returns where an athlete starts: see `initialAbility`. */
export function initialHypotheses(selfAssessedLevel: number | null, rules: TrainingRules): Hypotheses {
  return hypothesesFrom(initialAbility(selfAssessedLevel, rules), rules)
}

/**
 * Returns the hypotheses as if the last session had lain far above what was expected: another one
 * that does opens the ability anew.
 */
export function asOneMoreAbove([fits, off]: Hypotheses): Hypotheses {
  return [
    { ...fits, side: 1 },
    { ...off, side: 1 },
  ]
}

/** Returns the hypotheses with the ability opened anew, as far as `variance`, in levels squared. */
export function withAbilityOpened(hypothesis: Hypothesis, variance: number): Hypothesis {
  const isOfAbility = (index: number) => index < stateSize || index % stateSize === 0
  const covariance = hypothesis.covariance.map((value, index) => (isOfAbility(index) ? 0 : value))
  return { ...hypothesis, covariance: covariance.with(0, variance), side: 0 }
}

function diagonal(variances: readonly number[]): number[] {
  return variances.flatMap((variance, row) => variances.map((_, column) => (row === column ? variance : 0)))
}
