import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Part } from './load-part.js'

/** The states of a thousand athletes, with every decision, take more than a thread may have by default. */
const heapMb = 6_144

/**
 * Loads each part in a thread of its own.
 *
 * Rejects as soon as one of them fails, and ends the others.
 */
export async function inThreads(parts: readonly Part[], onSessions: (sessions: number) => void): Promise<void> {
  const workers = parts.map(
    (part) =>
      new Worker(new URL('./worker.ts', import.meta.url), {
        workerData: part,
        execArgv: ['--import', 'tsx'],
        resourceLimits: { maxOldGenerationSizeMb: heapMb },
      }),
  )
  for (const worker of workers) worker.on('message', onSessions)
  try {
    // `once` rejects when the thread fails
    await Promise.all(workers.map((worker) => once(worker, 'exit')))
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()))
  }
}
