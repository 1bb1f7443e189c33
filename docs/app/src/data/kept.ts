import { clear, createStore, del, get, set, type UseStore } from 'idb-keyval'
import { athleteId } from './who.js'

let store: UseStore | undefined

/** Each athlete has a database of their own, so that nobody sees what somebody else left. */
function storeOfAthlete(): UseStore {
  store ??= createStore(`calistheniq-answers-${athleteId() ?? 'nobody'}`, 'answers')
  return store
}

/** An answer, when it was given, in milliseconds since 1970, and whether the API has told since that it is gone. */
export type Kept<Value> = { readonly value: Value; readonly at: number; readonly isGone?: boolean }

/** Reads an answer that this device keeps; a browser that lets nothing be read has none. */
export async function readKept<Value>(key: string): Promise<Kept<Value> | undefined> {
  try {
    return await get<Kept<Value>>(key, storeOfAthlete())
  } catch {
    return undefined
  }
}

/** Keeps an answer on this device. Where there is no room for it, it can be asked for again. */
export async function writeKept<Value>(key: string, kept: Kept<Value>): Promise<void> {
  try {
    await set(key, kept, storeOfAthlete())
  } catch {
    // without what was kept before, no older answer comes back in its place
    await dropKept(key).catch(() => undefined)
  }
}

/** Forgets one answer. */
export function dropKept(key: string): Promise<void> {
  return del(key, storeOfAthlete())
}

/** Forgets all answers of the athlete. */
export function forgetKept(): Promise<void> {
  return clear(storeOfAthlete())
}
