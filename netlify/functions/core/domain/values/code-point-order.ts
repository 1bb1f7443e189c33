/**
 * Orders strings by code point: the same on every machine and in every locale.
 * JavaScript's own `<` compares UTF-16 units, which puts U+1F600 before U+FF5E.
 */
export function compareCodePoints(left: string, right: string): number {
  const rightPoints = right[Symbol.iterator]()
  for (const character of left) {
    const other = rightPoints.next()
    if (other.done) return 1
    const difference = codePoint(character) - codePoint(other.value)
    if (difference !== 0) return difference
  }
  return rightPoints.next().done ? 0 : -1
}

/** Orders lists of strings by their first differing element; a prefix comes first. */
export function compareCodePointLists(left: readonly string[], right: readonly string[]): number {
  for (let index = 0; index < Math.min(left.length, right.length); index += 1) {
    const difference = compareCodePoints(left[index] ?? '', right[index] ?? '')
    if (difference !== 0) return difference
  }
  return left.length - right.length
}

function codePoint(character: string): number {
  return character.codePointAt(0) ?? 0
}
