const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

export type Cleanup = {
  /** Called on a signal; afterwards the process ends. */
  readonly stop: () => Promise<void>
  /** Called when the process ends without a signal; nothing asynchronous can run any more. */
  readonly kill: () => void
}

/**
 * Cleans up when this process ends in any way except being killed outright; returns a function that
 * cancels this.
 */
export function onExit(cleanup: Cleanup): () => void {
  const onSignal = async (signal: NodeJS.Signals) => {
    await cleanup.stop()
    callOff()
    // a program with a handler of its own decides when to end; without one, the signal has its
    // usual effect
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
