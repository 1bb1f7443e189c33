import type { Queued, QueueStore } from './queued.js'

/** Keeps commands as long as the process lives: for scripts. */
export function memoryQueueStore(): QueueStore {
  const kept = new Map<string, Queued>()
  return {
    list: async () => [...kept.values()],
    put: async (queued) => {
      kept.set(queued.key, queued)
    },
    remove: async (key) => {
      kept.delete(key)
    },
  }
}
