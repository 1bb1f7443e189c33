const checkMs = 500

/**
 * Calls back when the parent process is gone. npm runs a script below a shell, which does not pass
 * on the signal that ends it: without this, `kill <npm>` would leave everything running.
 */
export function whenOrphaned(callBack: () => void): void {
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    callBack()
  }, checkMs)
  timer.unref()
}
