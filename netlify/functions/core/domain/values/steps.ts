/**
 * Long work, cut into steps: it yields wherever it may be interrupted, and returns its result. It
 * is as pure as a function; only whoever runs it knows when it goes on. What grows with a history is
 * written this way, so that no request computes for long at a stretch.
 */
export type Steps<Result> = Generator<undefined, Result, undefined>

/** Maps items to a list, one item a step. */
export function* mapInSteps<Item, Result>(items: Iterable<Item>, map: (item: Item) => Result): Steps<Result[]> {
  const results: Result[] = []
  for (const item of items) {
    results.push(map(item))
    yield
  }
  return results
}
