export function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

/** Tries until the condition holds; throws an error that names it after `msMax`. */
export async function until(what: string, holds: () => Promise<boolean> | boolean, msMax = 10_000): Promise<void> {
  const end = performance.now() + msMax
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`not within ${msMax} ms: ${what}`)
    await sleep(20)
  }
}

/** Runs the same `count` times at once. */
export function atOnce<Result>(count: number, make: (index: number) => Promise<Result>): Promise<Result[]> {
  return Promise.all(Array.from({ length: count }, (_, index) => make(index)))
}

/** The result, and how many milliseconds it took. */
export async function timed<Result>(work: () => Promise<Result>): Promise<{ result: Result; ms: number }> {
  const started = performance.now()
  return { result: await work(), ms: performance.now() - started }
}
