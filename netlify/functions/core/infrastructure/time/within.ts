/**
 * Resolves to the result of `work`, or rejects with `late()` after `msMax` milliseconds. The work
 * itself is not stopped.
 */
export async function within<Result>(msMax: number, work: Promise<Result>, late: () => Error): Promise<Result> {
  const { promise: passed, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(late()), msMax)
  try {
    return await Promise.race([work, passed])
  } finally {
    clearTimeout(timer)
  }
}

/** Makes the error that names the service that does not answer. */
export function noAnswer(who: string, msMax: number): () => Error {
  return () => new Error(`${who} did not answer within ${msMax} ms`)
}
