import type { Queued, QueueStore } from './queued.js'

const table = 'queue'

/** Keeps commands in IndexedDB, where all tabs and the service worker of an origin see them. */
export function indexedDbQueueStore(name = 'calistheniq'): QueueStore {
  let opened: Promise<IDBDatabase> | undefined
  const open = () => {
    opened ??= openDatabase(name, () => {
      opened = undefined
    })
    return opened
  }
  return {
    list: async () => inTable(await open(), 'readonly', (commands) => commands.getAll() as IDBRequest<Queued[]>),
    put: async (queued) => {
      await inTable(await open(), 'readwrite', (commands) => commands.put(queued))
    },
    remove: async (key) => {
      await inTable(await open(), 'readwrite', (commands) => commands.delete(key))
    },
  }
}

function openDatabase(name: string, onEnd: () => void): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1)
    request.onupgradeneeded = () => request.result.createObjectStore(table, { keyPath: 'key' })
    request.onerror = () => {
      onEnd()
      reject(request.error)
    }
    request.onsuccess = () => {
      const database = request.result
      // a newer version of the app in another tab, or the browser itself, may want it closed
      database.onversionchange = () => {
        database.close()
        onEnd()
      }
      database.onclose = onEnd
      resolve(database)
    }
  })
}

/** Resolves when the transaction is on disk. */
function inTable<Result>(
  database: IDBDatabase,
  mode: IDBTransactionMode,
  ask: (commands: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(table, mode, { durability: 'strict' })
    const request = ask(transaction.objectStore(table))
    transaction.oncomplete = () => resolve(request.result)
    transaction.onabort = () => reject(transaction.error)
    transaction.onerror = () => reject(transaction.error)
  })
}
