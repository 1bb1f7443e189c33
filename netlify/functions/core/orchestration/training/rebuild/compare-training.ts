import type { Library } from '#domain/library/library-facts.js'
import type { StoredTraining } from '#domain/training/stored-training.js'
import { type Difference, differencesIn } from './difference.js'

/** Where what is stored is not what follows from the facts; exercises are named by their slugs. */
export function compareTraining(stored: StoredTraining, derived: StoredTraining, library: Library): Difference[] {
  const slugOf = ({ exerciseId }: { exerciseId: string }) => library.get(exerciseId)?.slug ?? exerciseId
  const exercises = (items: StoredTraining['exercises']) => renamed(items, slugOf)
  const records = (items: StoredTraining['records']) => renamed(items, (item) => `${slugOf(item)} ${item.kind}`)
  return [
    ...differencesIn('exercises', exercises(stored.exercises), exercises(derived.exercises)),
    ...differencesIn('categories', stored.categories, derived.categories),
    ...differencesIn('levels', stored.levels, derived.levels),
    ...differencesIn('decisions', stored.decisions, derived.decisions),
    ...differencesIn('records', records(stored.records), records(derived.records)),
    ...differencesIn('goals', stored.goals, derived.goals),
  ]
}

function renamed<Item>(items: ReadonlyMap<string, Item>, nameOf: (item: Item) => string): Map<string, Item> {
  return new Map([...items.values()].map((item) => [nameOf(item), item]))
}
