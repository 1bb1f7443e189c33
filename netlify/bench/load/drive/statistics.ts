/** The middle of the values, or the mean of the two in the middle; NaN of none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  if (sorted.length % 2 === 1) return sorted[middle] ?? Number.NaN
  return ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2
}

/** The smallest value that at least a share of `of` (0 to 1) of all values does not exceed; NaN of none. */
export function percentile(values: readonly number[], of: number): number {
  const sorted = Float64Array.from(values).sort()
  return sorted[Math.max(0, Math.ceil(of * sorted.length) - 1)] ?? Number.NaN
}

/**
 * How far single ratios of the same thing to itself are from 1, as a share: the standard deviation
 * of their logarithms, estimated by the median deviation, so that one disturbed round does not
 * decide it.
 */
export function spreadOf(ratios: readonly number[]): number {
  const logarithms = ratios.map(Math.log)
  const middle = median(logarithms)
  return 1.4826 * median(logarithms.map((value) => Math.abs(value - middle)))
}

/** Standard error of the median of so many values, by their standard deviation (normal, asymptotic: sqrt(pi / 2)). */
export function medianError(spread: number, values: number): number {
  return (Math.sqrt(Math.PI / 2) * spread) / Math.sqrt(values)
}
