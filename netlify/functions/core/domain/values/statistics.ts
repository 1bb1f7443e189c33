/** Returns the sum; 0 for an empty list. */
export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

/** Returns the arithmetic mean; null for an empty list. */
export function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : sum(values) / values.length
}

/** Returns the population standard deviation (divides by n); null for an empty list. */
export function populationDeviation(values: readonly number[]): number | null {
  return values.length === 0 ? null : Math.sqrt(squaredDeviations(values) / values.length)
}

/** Returns the sample standard deviation (divides by n - 1); null for fewer than two values. */
export function sampleDeviation(values: readonly number[]): number | null {
  return values.length < 2 ? null : Math.sqrt(squaredDeviations(values) / (values.length - 1))
}

/**
 * Returns the quantile by linear interpolation at position (n - 1) q of the sorted values; null for
 * an empty list.
 */
export function quantile(values: readonly number[], q: number): number | null {
  const sorted = [...values].sort((a, b) => a - b)
  const position = (sorted.length - 1) * q
  const below = sorted[Math.floor(position)]
  const above = sorted[Math.ceil(position)]
  if (below === undefined || above === undefined) return null
  return below + (above - below) * (position - Math.floor(position))
}

/** Returns the middle value, or the mean of the two in the middle; null for an empty list. */
export function median(values: readonly number[]): number | null {
  return quantile(values, 0.5)
}

function squaredDeviations(values: readonly number[]): number {
  const centre = sum(values) / values.length
  return sum(values.map((value) => (value - centre) ** 2))
}
