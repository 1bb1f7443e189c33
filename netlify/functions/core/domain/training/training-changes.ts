import { sameValue } from '#domain/values/same-value.js'
import { type StoredTraining, storedForm } from './stored-training.js'
import type { TrainingState } from './training-state.js'

type Change<Part> =
  Part extends ReadonlyMap<infer Key, infer Item>
    ? { readonly written: readonly Item[]; readonly gone: readonly Key[] }
    : never

/** What must be written and what deleted, so that what is stored equals the state. */
export type TrainingChanges = { readonly [Part in keyof StoredTraining]: Change<StoredTraining[Part]> }

/** Returns what must be stored when the state changes from `before` to `after`. */
export function trainingChanges(before: TrainingState, after: TrainingState): TrainingChanges {
  return changesToStored(storedForm(before), storedForm(after))
}

/** Returns what must be stored so that `stored` becomes `wanted`, part by part. */
export function changesToStored(stored: StoredTraining, wanted: StoredTraining): TrainingChanges {
  return {
    exercises: changed(stored.exercises, wanted.exercises),
    categories: changed(stored.categories, wanted.categories),
    levels: changed(stored.levels, wanted.levels),
    decisions: changed(stored.decisions, wanted.decisions),
    records: changed(stored.records, wanted.records),
    goals: changed(stored.goals, wanted.goals),
  }
}

function changed<Key, Item>(stored: ReadonlyMap<Key, Item>, wanted: ReadonlyMap<Key, Item>) {
  const written = [...wanted].filter(([key, item]) => !sameValue(stored.get(key), item)).map(([, item]) => item)
  const gone = [...stored.keys()].filter((key) => !wanted.has(key))
  return { written, gone }
}
