import type { Usage } from './serve.js'

/** A server under test, on a port of this machine. */
export type Server = {
  readonly port: number
  /** What its processes have used so far. */
  readonly usage: () => Promise<Usage>
  /** Ends it, and waits until it is gone. */
  readonly end: () => Promise<void>
}

/** All that is still running, so that an interrupted bench leaves nothing behind. */
const running = new Set<{ end(): Promise<void> }>()

/** Remembers something to end when the bench ends, however it ends. */
export function endWithBench<Ending extends { end(): Promise<void> }>(ending: Ending): Ending {
  const known = {
    ...ending,
    end: async () => {
      running.delete(known)
      await ending.end()
    },
  }
  running.add(known)
  return known
}

/** Ends everything that was started and not ended, the newest first. */
export async function endAll(): Promise<void> {
  for (const one of [...running].reverse()) await one.end()
}
