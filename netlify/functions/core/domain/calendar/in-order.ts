type Performed = { readonly date: string; readonly completedAt: string; readonly id: string }

/**
 * Sorts sessions in the order in which they were performed: by day, then by the instant they ended.
 */
export function inOrder<Session extends Performed>(sessions: readonly Session[]): Session[] {
  const key = ({ date, completedAt, id }: Performed) => `${date} ${completedAt} ${id}`
  return sessions.toSorted((one, other) => (key(one) < key(other) ? -1 : 1))
}
