const tailFrom = 2.5
const tailSteps = 80

/** Returns the density of the standard normal distribution. */
export function normalDensity(z: number): number {
  return Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI)
}

/**
 * Returns the cumulative standard normal distribution, accurate in relative terms in both tails.
 */
export function normalCumulative(z: number): number {
  return 0.5 * complementaryError(-z / Math.SQRT2)
}

/**
 * Returns the hazard of the standard normal distribution: its density over its upper tail. Far out,
 * where both numbers vanish, it returns their asymptote z + 1/z.
 */
export function normalHazard(z: number): number {
  return z >= 8 ? z + 1 / z : normalDensity(z) / normalCumulative(-z)
}

function complementaryError(x: number): number {
  if (x < 0) return 2 - complementaryError(-x)
  return x < tailFrom ? 1 - errorSeries(x) : errorTail(x)
}

/**
 * Computes erf by its series of positive terms (DLMF 7.6.2), which loses nothing to cancellation.
 */
function errorSeries(x: number): number {
  let term = x
  let total = x
  for (let n = 1; term > total * 1e-17; n += 1) {
    term *= (2 * x * x) / (2 * n + 1)
    total += term
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * total
}

/** Computes erfc by its continued fraction (DLMF 7.9.1), evaluated from the inside. */
function errorTail(x: number): number {
  let fraction = x
  for (let step = tailSteps; step >= 1; step -= 1) fraction = x + step / 2 / fraction
  return Math.exp(-x * x) / Math.sqrt(Math.PI) / fraction
}
