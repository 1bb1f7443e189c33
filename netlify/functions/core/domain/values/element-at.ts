/** Returns the number at a place of a list; throws a RangeError where the list has none. */
export function elementAt(numbers: ArrayLike<number>, index: number): number {
  const number = numbers[index]
  if (number === undefined) throw new RangeError(`There is no number at ${index} of ${numbers.length}.`)
  return number
}
