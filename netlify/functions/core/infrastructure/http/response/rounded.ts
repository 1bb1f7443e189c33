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
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return roundedList(value)
  return isPlainObject(value) ? roundedMembers(value) : value
}

/** Copies a list from the first item on that changes. */
function roundedList(items: readonly unknown[]): readonly unknown[] {
  let copy: unknown[] | null = null
  for (const [place, item] of items.entries()) {
    const after: unknown = rounded(item)
    if (copy === null && !Object.is(after, item)) copy = items.slice(0, place)
    copy?.push(after)
  }
  return copy ?? items
}

/** Copies an object when a member changes; a copy keeps the order of the members. */
function roundedMembers(members: Readonly<Record<string, unknown>>): object {
  let copy: Record<string, unknown> | null = null
  for (const name of Object.keys(members)) {
    const after: unknown = rounded(members[name])
    if (Object.is(after, members[name])) continue
    copy ??= { ...members }
    copy[name] = after
  }
  return copy ?? members
}

function roundedNumber(value: number): number {
  if (Number.isInteger(value) || !Number.isFinite(value)) return value
  const decimals = Number(value.toFixed(decimalsMax))
  return Math.abs(value) >= 1 ? decimals : Number(value.toPrecision(digitsMin))
}

/** Recognizes what JSON shows member by member; a file to download is none of it. */
function isPlainObject(value: object): value is Record<string, unknown> {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}
