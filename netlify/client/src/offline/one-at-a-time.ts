/**
 * Makes a function that runs work of this name after all earlier work of this name: also of other
 * tabs, where the browser has the Web Locks API.
 */
export function oneAtATime(name: string): <Result>(work: () => Promise<Result>) => Promise<Result> {
  const locks = globalThis.navigator?.locks
  if (locks) return async (work) => locks.request(name, work)
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const done = last.then(work)
    last = done.catch(() => undefined)
    return done
  }
}
