/** Decimals that numbers keep: beyond the accuracy of anything that is measured or logged. */
const decimalsMax = 2

/** Digits that stay of what is smaller: a probability of 0.0042 is not 0. */
const digitsMin = 3

/**
 * Returns an answer with its numbers rounded to two decimals, or to three digits where those are
 * more. Sums of binary fractions end in noise (0.94 x 80 x 10 is 751.9999999999999), which clients
 * would print. What needs no rounding stays the same object.
 */
export function rounded<Value>(value: Value): Value
export function rounded(value: unknown): unknown {
  if (typeof value === 'number') return roundedNumber(value)
  if (Array.isArray(value)) return mapped(value, value.map(rounded))
  if (!isPlainObject(value)) return value
  const entries = Object.entries(value)
  const after = entries.map(([name, member]) => [name, rounded(member)] as const)
  return after.every(([, member], index) => Object.is(member, entries[index]?.[1])) ? value : Object.fromEntries(after)
}

function mapped(before: readonly unknown[], after: readonly unknown[]): readonly unknown[] {
  return after.every((item, index) => Object.is(item, before[index])) ? before : after
}

function roundedNumber(value: number): number {
  if (Number.isInteger(value) || !Number.isFinite(value)) return value
  const decimals = Number(value.toFixed(decimalsMax))
  return Math.abs(value) >= 1 ? decimals : Number(value.toPrecision(digitsMin))
}

/** Recognizes what JSON shows member by member; a file to download is none of it. */
function isPlainObject(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}
