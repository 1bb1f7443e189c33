import { sameValue } from '#domain/values/same-value.js'
import type { Steps } from '#domain/values/steps.js'
import { type StoredTraining, storedForm } from './stored-training.js'
import type { TrainingState } from './training-state.js'

type Change<Part> =
  Part extends ReadonlyMap<infer Key, infer Item>
    ? { readonly written: readonly Item[]; readonly gone: readonly Key[] }
    : never

/** What must be written and what deleted, so that what is stored equals the state. */
export type TrainingChanges = { readonly [Part in keyof StoredTraining]: Change<StoredTraining[Part]> }

/** Returns what must be stored when the state changes from `before` to `after`. */
export function* trainingChanges(before: TrainingState, after: TrainingState): Steps<TrainingChanges> {
  return yield* changesToStored(yield* storedForm(before), yield* storedForm(after))
}

/** Returns what must be stored so that `stored` becomes `wanted`, part by part. */
export function* changesToStored(stored: StoredTraining, wanted: StoredTraining): Steps<TrainingChanges> {
  return {
    exercises: yield* changed(stored.exercises, wanted.exercises),
    categories: yield* changed(stored.categories, wanted.categories),
    levels: yield* changed(stored.levels, wanted.levels),
    decisions: yield* changed(stored.decisions, wanted.decisions),
    records: yield* changed(stored.records, wanted.records),
    goals: yield* changed(stored.goals, wanted.goals),
  }
}

type Parts<Key, Item> = { readonly written: readonly Item[]; readonly gone: readonly Key[] }

function* changed<Key, Item>(stored: ReadonlyMap<Key, Item>, wanted: ReadonlyMap<Key, Item>): Steps<Parts<Key, Item>> {
  const written: Item[] = []
  for (const [key, item] of wanted) {
    if (!sameValue(stored.get(key), item)) written.push(item)
    yield
  }
  return { written, gone: [...stored.keys()].filter((key) => !wanted.has(key)) }
}
