import type { BetaPrior } from './beta-statistics.js'
import { type Random, randomNormal } from './seeded-random.js'

/** A number from Beta(alpha, beta), both at least 1, as the share of two gamma numbers. */
export function sampleBeta({ alpha, beta }: BetaPrior, random: Random): number {
  const left = sampleGamma(alpha, random)
  return left / (left + sampleGamma(beta, random))
}

/** A number from Gamma(shape, 1) for shape >= 1, by squeeze-free rejection (Marsaglia & Tsang 2000). */
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
