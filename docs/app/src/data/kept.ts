import { clear, createStore, del, get, set, type UseStore } from 'idb-keyval'
import { athleteId } from './who.js'

let store: UseStore | undefined

/** Each athlete has a database of their own, so that nobody sees what somebody else left. */
function storeOfAthlete(): UseStore {
  store ??= createStore(`calistheniq-answers-${athleteId() ?? 'nobody'}`, 'answers')
  return store
}

/** An answer, and when it was given, in milliseconds since 1970. */
export type Kept<Value> = { readonly value: Value; readonly at: number }

/** Reads an answer that this device keeps. */
export function readKept<Value>(key: string): Promise<Kept<Value> | undefined> {
  return get<Kept<Value>>(key, storeOfAthlete())
}

/** Keeps an answer on this device. */
export function writeKept<Value>(key: string, kept: Kept<Value>): Promise<void> {
  return set(key, kept, storeOfAthlete())
}

/** Forgets one answer. */
export function dropKept(key: string): Promise<void> {
  return del(key, storeOfAthlete())
}

/** Forgets all answers of the athlete. */
export function forgetKept(): Promise<void> {
  return clear(storeOfAthlete())
}
