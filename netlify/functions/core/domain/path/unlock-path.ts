/** Prerequisites by exercise, in the library's order; all of them are required. */
export type PrerequisiteGraph<Key extends string = string> = ReadonlyMap<Key, readonly Key[]>

/**
 * Lists what to master, in which order, to reach a goal: depth first over the prerequisites, each
 * after its own, the goal last. Mastered exercises are skipped together with what lies before them;
 * nothing remains when the goal itself is mastered.
 */
export function unlockPath<Key extends string>(
  graph: PrerequisiteGraph<Key>,
  mastered: Iterable<Key>,
  goal: Key,
): Key[] {
  const seen = new Set(mastered)
  const path: Key[] = []
  const visit = (exercise: Key): void => {
    if (seen.has(exercise)) return
    seen.add(exercise)
    for (const prerequisite of graph.get(exercise) ?? []) visit(prerequisite)
    path.push(exercise)
  }
  visit(goal)
  return path
}
