import { type KeyValueStorage, readJson, writeJson } from '../key-value.js'
import type { Queued, QueueStore } from './queued.js'

/**
 * Keeps commands as one JSON text: for AsyncStorage of React Native. In a browser, where two tabs may
 * write at once, use `indexedDbQueueStore`.
 */
export function keyValueQueueStore(storage: KeyValueStorage, name = 'calistheniq.queue'): QueueStore {
  let last: Promise<unknown> = Promise.resolve()
  const list = async () => (await readJson<readonly Queued[]>(storage, name)) ?? []
  // one change after another, because each reads all and writes all
  const change = (to: (kept: readonly Queued[]) => readonly Queued[]) => {
    const done = last.then(async () => writeJson(storage, name, to(await list())))
    last = done.catch(() => undefined)
    return done
  }
  return {
    list,
    put: (queued) => change((kept) => [...kept.filter(({ key }) => key !== queued.key), queued]),
    remove: (key) => change((kept) => kept.filter((queued) => queued.key !== key)),
  }
}
