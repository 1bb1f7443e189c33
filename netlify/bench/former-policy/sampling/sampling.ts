import type { TrainingRules } from '#domain/rules/training-rules.js'
import { type Random, randomNormal } from './seeded-random.js'

/** How one athlete's sessions with one exercise went. */
export type TrialCounts = { readonly successes: number; readonly failures: number }

export type BetaPrior = { readonly alpha: number; readonly beta: number }

/**
 * The beta distribution of the chance that a session goes well; mean and standard deviation are in
 * 0-1.
 */
export type BetaStatistics = BetaPrior & { readonly mean: number; readonly deviation: number }

/**
 * Computes what is known about the chance of success after some sessions, from the rules' prior
 * (uniform) or another one.
 */
export function betaStatistics(
  { successes, failures }: TrialCounts,
  rules: TrainingRules,
  prior: BetaPrior = rules.recommendation.prior,
): BetaStatistics {
  const alpha = prior.alpha + successes
  const beta = prior.beta + failures
  const total = alpha + beta
  return { alpha, beta, mean: alpha / total, deviation: Math.sqrt((alpha * beta) / (total + 1)) / total }
}

/**
 * A session of an exercise: the share done (0-1), session RPE (null when not given), pain (0-10).
 */
export type TrialOutcome = { readonly completion: number; readonly rpe: number | null; readonly pain: number }

/**
 * Tells whether a session counts as a success: finished, neither trivial nor exhausting, without
 * pain. Product default.
 */
export function isTrialSuccess(outcome: TrialOutcome, rules: TrainingRules): boolean {
  const { completionMin, rpeMin, rpeMax, painMax } = rules.recommendation.success
  const effortFits = outcome.rpe === null || (outcome.rpe >= rpeMin && outcome.rpe <= rpeMax)
  return outcome.completion >= completionMin && effortFits && outcome.pain <= painMax
}

/** Draws a number from Beta(alpha, beta), both at least 1, as the share of two gamma numbers. */
export function sampleBeta({ alpha, beta }: BetaPrior, random: Random): number {
  const left = sampleGamma(alpha, random)
  return left / (left + sampleGamma(beta, random))
}

/**
 * Draws a number from Gamma(shape, 1) for shape >= 1, by squeeze-free rejection (Marsaglia & Tsang
 * 2000).
 */
function sampleGamma(shape: number, random: Random): number {
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const normal = randomNormal(random)
    const cube = (1 + c * normal) ** 3
    if (cube <= 0) continue
    if (Math.log(1 - random()) < 0.5 * normal * normal + d - d * cube + d * Math.log(cube)) return d * cube
  }
}

/**
 * An exercise that could be recommended, with its score from the selection and how it went so far.
 */
export type Variant = TrialCounts & { readonly slug: string; readonly score: number }

/**
 * The chosen exercise, and the probability (0-1) of that choice, which is logged for later
 * evaluation.
 */
export type VariantChoice = { readonly slug: string; readonly propensity: number }

/**
 * Chooses between near-equal exercises by what worked for this athlete (Thompson sampling, after
 * Tomkins 2021). Near-equal means a score within 0.05 of the best. Null when there are no variants.
 *
 * @param random seed it per athlete and day, so that the same request gives the same answer.
 */
export function chooseVariant(
  variants: readonly Variant[],
  random: Random,
  rules: TrainingRules,
): VariantChoice | null {
  const best = Math.max(...variants.map(({ score }) => score))
  const near = variants.filter(({ score }) => best - score <= rules.recommendation.nearScore)
  const beliefs = near.map((variant) => betaStatistics(variant, rules))
  const draws = beliefs.map((belief) => sampleBeta(belief, random))
  const chosen = draws.indexOf(Math.max(...draws))
  const variant = near[chosen]
  return variant === undefined ? null : { slug: variant.slug, propensity: winProbabilities(beliefs)[chosen] ?? 0 }
}

const gridCells = 2000

/**
 * Computes for each belief the probability that its draw is the largest: the integral of its
 * density times the cumulatives of the others.
 */
export function winProbabilities(beliefs: readonly BetaPrior[]): number[] {
  const tables = beliefs.map(cellMasses)
  const cumulatives = tables.map(midCumulatives)
  const wins = tables.map((masses, arm) =>
    masses.reduce((total, mass, cell) => total + mass * productOfOthers(cumulatives, arm, cell), 0),
  )
  const total = wins.reduce((before, win) => before + win, 0)
  return wins.map((win) => win / total)
}

/** Computes the probability of each cell of a grid over [0, 1], by the density at its middle. */
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
