/** Work that runs once at a time. */
export type Repeatable = {
  /** Runs it; while it runs already, waits for that. `again` runs it once more after that. */
  run(again?: boolean): Promise<void>
  /** Runs it once more when it ends: the work itself says that it came too late. */
  again(): void
}

/** Makes work that many may ask for run once at a time. */
export function oneAtATime(work: () => Promise<void>): Repeatable {
  let running: Promise<void> | undefined
  let isDue = false

  const repeat = async () => {
    do {
      isDue = false
      await work()
    } while (isDue)
  }

  return {
    run: (again = false) => {
      isDue ||= again && running !== undefined
      running ??= repeat().finally(() => {
        running = undefined
      })
      return running
    },
    again: () => {
      isDue = true
    },
  }
}
