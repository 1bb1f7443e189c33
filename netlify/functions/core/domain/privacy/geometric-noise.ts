import type { TrainingRules } from '#domain/rules/training-rules.js'

/**
 * The privacy budget of a count: `epsilon` > 0; `sensitivity` is the number of cells one person can
 * touch, a positive integer.
 */
export type NoiseBudget = { readonly epsilon: number; readonly sensitivity: number }

/** A whole number to add to a count, and the standard deviation of such numbers. */
export type GeometricNoise = { readonly noise: number; readonly deviation: number }

/**
 * Draws two-sided geometric noise from two uniform numbers in [0, 1). Bound each person's
 * contributions first; clip negatives to 0 only when publishing. Draw the uniforms from a
 * cryptographic generator; a release in production uses an exact integer sampler, because
 * floating-point noise can leak (Mironov; Canonne 2020).
 */
export function geometricNoise(
  budget: NoiseBudget,
  uniforms: readonly [number, number],
  rules: TrainingRules,
): GeometricNoise {
  const logAlpha = -budget.epsilon / budget.sensitivity
  const alpha = Math.exp(logAlpha)
  const geometric = (u: number) => Math.floor(Math.log(1 - u) / logAlpha + rules.privacy.noiseTolerance)
  return {
    noise: geometric(uniforms[0]) - geometric(uniforms[1]),
    deviation: Math.sqrt(2 * alpha) / (1 - alpha),
  }
}

/** Returns the probability that the noise is exactly `noise`. */
export function noiseProbability(budget: NoiseBudget, noise: number): number {
  const alpha = Math.exp(-budget.epsilon / budget.sensitivity)
  return ((1 - alpha) / (1 + alpha)) * alpha ** Math.abs(noise)
}

/**
 * Tells whether another release still fits its own limit and that of the year, with epsilons added
 * up (NIST SP 800-226; limits are product defaults).
 */
export function fitsPrivacyBudget(epsilon: number, spentThisYear: number, rules: TrainingRules): boolean {
  const { perRelease, perYear } = rules.privacy.epsilon
  return epsilon > 0 && epsilon <= perRelease && spentThisYear + epsilon <= perYear
}
