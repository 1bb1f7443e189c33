type Stop = () => Promise<void>

export type Ending = {
  /** Adds what must be stopped; the last added is stopped first. */
  add(stop: Stop): void
  /** Stops everything, once. */
  run(): Promise<void>
  hasBegun(): boolean
}

/**
 * Collects what was started, so that all of it ends with Ctrl-C, SIGTERM, or a fault on the way.
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
