/** What `localStorage`, and AsyncStorage and SecureStore of React Native, have in common. */
export type KeyValueStorage = {
  getItem(key: string): string | null | Promise<string | null>
  setItem(key: string, value: string): unknown
  removeItem(key: string): unknown
}

/** Reads JSON; null where nothing is kept. */
export async function readJson<Value>(storage: KeyValueStorage, key: string): Promise<Value | null> {
  const text = await storage.getItem(key)
  return text === null ? null : (JSON.parse(text) as Value)
}

export async function writeJson(storage: KeyValueStorage, key: string, value: unknown): Promise<void> {
  await (value === null ? storage.removeItem(key) : storage.setItem(key, JSON.stringify(value)))
}
