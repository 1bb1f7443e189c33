type Performed = { readonly date: string; readonly completedAt: string; readonly id: string }

/**
 * Sorts sessions in the order in which they were performed: by day, then by the instant they ended.
 */
export function inOrder<Session extends Performed>(sessions: readonly Session[]): Session[] {
  return sessions.toSorted(
    (one, other) =>
      compare(one.date, other.date) || compare(one.completedAt, other.completedAt) || compare(one.id, other.id),
  )
}

function compare(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}
