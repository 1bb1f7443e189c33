import type { TrainingState } from './training-state.js'

/** What the fold works on: the state, open for change while it runs. */
export type Draft = {
  -readonly [Part in keyof TrainingState]: TrainingState[Part] extends ReadonlyMap<infer Key, infer Value>
    ? Map<Key, Value>
    : TrainingState[Part] extends readonly (infer Item)[]
      ? Item[]
      : never
}

/** Where the fold begins: nothing is known. */
export function emptyDraft(): Draft {
  return {
    exercises: new Map(),
    categories: new Map(),
    levels: new Map(),
    decisions: [],
    held: [],
    records: new Map(),
    goals: new Map(),
    deloads: [],
  }
}
