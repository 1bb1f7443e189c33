import { type TrainingRules, trainingRules } from '#domain/rules/training-rules.js'
import { type BetaPrior, betaStatistics, type TrialCounts } from './beta-statistics.js'
import { sampleBeta } from './sample-beta.js'
import type { Random } from './seeded-random.js'

/** An exercise that could be recommended: its score from the selection and how it went so far. */
export type Variant = TrialCounts & { readonly slug: string; readonly score: number }

/** The choice, and the probability (0-1) with which it was made, to be logged for later evaluation. */
export type VariantChoice = { readonly slug: string; readonly propensity: number }

/**
 * Chooses between near-equal exercises by what worked for this athlete (Thompson sampling, after Tomkins 2021). Near-equal means a
 * score within 0.05 of the best. Null without variants.
 *
 * @param random seed it per athlete and day, so that the same request gives the same answer.
 */
export function chooseVariant(
  variants: readonly Variant[],
  random: Random,
  rules: TrainingRules = trainingRules,
): VariantChoice | null {
  const best = Math.max(...variants.map(({ score }) => score))
  const near = variants.filter(({ score }) => best - score <= rules.recommendation.nearScore)
  const beliefs = near.map((variant) => betaStatistics(variant, undefined, rules))
  const draws = beliefs.map((belief) => sampleBeta(belief, random))
  const chosen = draws.indexOf(Math.max(...draws))
  const variant = near[chosen]
  return variant === undefined ? null : { slug: variant.slug, propensity: winProbabilities(beliefs)[chosen] ?? 0 }
}

const gridCells = 2000

/** For each belief, the probability that its draw is the largest: integral of its density times the others' cumulatives. */
export function winProbabilities(beliefs: readonly BetaPrior[]): number[] {
  const tables = beliefs.map(cellMasses)
  const cumulatives = tables.map(midCumulatives)
  const wins = tables.map((masses, arm) =>
    masses.reduce((total, mass, cell) => total + mass * productOfOthers(cumulatives, arm, cell), 0),
  )
  const total = wins.reduce((before, win) => before + win, 0)
  return wins.map((win) => win / total)
}

/** Probability of each cell of a grid over [0, 1], by the density at its middle. */
function cellMasses({ alpha, beta }: BetaPrior): number[] {
  const logDensities = Array.from({ length: gridCells }, (_, cell) => {
    const x = (cell + 0.5) / gridCells
    return (alpha - 1) * Math.log(x) + (beta - 1) * Math.log(1 - x)
  })
  const peak = logDensities.reduce((highest, density) => Math.max(highest, density), Number.NEGATIVE_INFINITY)
  const densities = logDensities.map((density) => Math.exp(density - peak))
  const total = densities.reduce((before, density) => before + density, 0)
  return densities.map((density) => density / total)
}

function midCumulatives(masses: readonly number[]): number[] {
  let below = 0
  return masses.map((mass) => {
    below += mass
    return below - mass / 2
  })
}

function productOfOthers(cumulatives: readonly (readonly number[])[], arm: number, cell: number): number {
  return cumulatives.reduce(
    (product, cumulative, other) => (other === arm ? product : product * (cumulative[cell] ?? 0)),
    1,
  )
}
