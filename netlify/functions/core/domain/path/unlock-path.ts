/** Prerequisites by slug, in the library's order; all of them are required. */
export type PrerequisiteGraph = ReadonlyMap<string, readonly string[]>

/**
 * Lists what to master, in which order, to reach a goal: depth first over the prerequisites, each
 * after its own, the goal last. Mastered exercises are skipped together with what lies before them;
 * nothing remains when the goal itself is mastered.
 */
export function unlockPath(graph: PrerequisiteGraph, mastered: Iterable<string>, goal: string): string[] {
  const seen = new Set(mastered)
  const path: string[] = []
  const visit = (slug: string): void => {
    if (seen.has(slug)) return
    seen.add(slug)
    for (const prerequisite of graph.get(slug) ?? []) visit(prerequisite)
    path.push(slug)
  }
  visit(goal)
  return path
}
