const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

export type Cleanup = {
  /** Runs on a signal; the process goes on to end afterwards. */
  readonly stop: () => Promise<void>
  /** Runs when the process ends without one; nothing asynchronous happens any more. */
  readonly kill: () => void
}

/**
 * Cleans up however this process ends, short of being killed outright; returns the way to call it
 * off.
 */
export function onExit(cleanup: Cleanup): () => void {
  const onSignal = async (signal: NodeJS.Signals) => {
    await cleanup.stop()
    callOff()
    // with a handler of its own, the program decides when to end; without one, the signal does what
    // it always does
    if (process.listenerCount(signal) === 0) process.kill(process.pid, signal)
  }
  const callOff = () => {
    process.off('exit', cleanup.kill)
    for (const signal of signals) process.off(signal, onSignal)
  }
  process.once('exit', cleanup.kill)
  for (const signal of signals) process.once(signal, onSignal)
  return callOff
}
