/** Those who let others go first. */
export type WaitingLine = {
  /**
   * Waits until so many others have passed, at most for the line's patience; false when they did
   * not come.
   */
  readonly wait: (others: number) => Promise<boolean>
  readonly passed: () => void
}

export function startWaitingLine(patienceMs: number): WaitingLine {
  const waiting = new Set<() => void>()
  const wait = (others: number) =>
    new Promise<boolean>((resolve) => {
      let left = others
      const leave = (overtaken: boolean) => {
        clearTimeout(timer)
        waiting.delete(notice)
        resolve(overtaken)
      }
      const notice = () => {
        left -= 1
        if (left === 0) leave(true)
      }
      const timer = setTimeout(leave, patienceMs, false)
      waiting.add(notice)
    })
  const passed = () => {
    for (const notice of [...waiting]) notice()
  }
  return { wait, passed }
}
