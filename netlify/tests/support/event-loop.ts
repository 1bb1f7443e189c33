const tickMs = 5

/**
 * Returns the result of `work`, and for how long at most nothing else got a turn meanwhile, in
 * milliseconds. Time in which another process had the core does not count: a gap is never longer
 * than the time that this process computed in it.
 */
export async function longestGapOf<Result>(work: () => Promise<Result>): Promise<{ result: Result; gapMs: number }> {
  let gapMs = 0
  let [at, used] = [performance.now(), cpuMs()]
  const look = () => {
    const [now, usedNow] = [performance.now(), cpuMs()]
    gapMs = Math.max(gapMs, Math.min(now - at - tickMs, usedNow - used))
    at = now
    used = usedNow
  }
  const timer = setInterval(look, tickMs)
  try {
    const result = await work()
    look()
    return { result, gapMs }
  } finally {
    clearInterval(timer)
  }
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000
}
