type Stop = () => Promise<void>

export type Ending = {
  /** Adds something to stop; the last added is stopped first. */
  add(stop: Stop): void
  /** Stops everything; a second call does nothing. */
  run(): Promise<void>
  hasBegun(): boolean
}

/**
 * Collects what was started, so that all of it is stopped on Ctrl-C, SIGTERM, or a fault during the
 * start.
 */
export function ending(): Ending {
  const stops: Stop[] = []
  let running: Promise<void> | undefined
  const stopAll = async () => {
    for (const stop of stops.reverse()) await stop()
  }
  return {
    add: (stop) => stops.push(stop),
    run: () => {
      running ??= stopAll()
      return running
    },
    hasBegun: () => running !== undefined,
  }
}
