import type { BenchAthlete } from '../athletes.js'

/** What the ids of all that belongs to an athlete end with: as their own id does. */
export function markOf({ id }: BenchAthlete): string {
  return id.slice(-8)
}

/** Makes rows of an athlete those of another, who lives alike. */
export function rowsOfAnother(one: BenchAthlete, other: BenchAthlete): (lines: string) => string {
  const [mark, otherMark] = [markOf(one), markOf(other)]
  return (lines) => lines.replaceAll(one.id, other.id).replaceAll(mark, otherMark)
}
