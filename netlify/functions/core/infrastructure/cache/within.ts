/** Fails, naming who does not answer, when the work takes longer; what comes of it afterwards is nobody's concern. */
export async function within<Result>(msMax: number, who: string, work: Promise<Result>): Promise<Result> {
  const { promise: passed, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Error(`${who} did not answer within ${msMax} ms`)), msMax)
  work.catch(() => undefined)
  try {
    return await Promise.race([work, passed])
  } finally {
    clearTimeout(timer)
  }
}
