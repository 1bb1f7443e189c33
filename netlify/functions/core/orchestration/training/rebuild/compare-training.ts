import type { Library } from '#domain/library/library-facts.js'
import type { StoredDecision, StoredTraining } from '#domain/training/stored-training.js'
import { type Difference, differencesIn, type Told } from './difference.js'
import { inWords } from './in-words.js'
import { slugIn, told } from './told.js'

/** Lists where the stored state is not what the facts say; exercises are named by their slugs. */
export function compareTraining(stored: StoredTraining, derived: StoredTraining, library: Library): Difference[] {
  const slugOf = (exerciseId: string) => slugIn(library, exerciseId)
  return [
    ...differencesIn('exercises', stored.exercises, derived.exercises, ({ exerciseId, ...standing }) =>
      told(`exercise ${slugOf(exerciseId)}`, standing, library),
    ),
    ...differencesIn('categories', stored.categories, derived.categories, ({ category, ...standing }) =>
      told(`category ${category}`, standing, library),
    ),
    ...differencesIn('levels', stored.levels, derived.levels, ({ category, ...level }) =>
      told(`level in ${category}`, level, library),
    ),
    ...differencesIn('decisions', stored.decisions, derived.decisions, (decision) => toldDecision(decision, library)),
    ...differencesIn('records', stored.records, derived.records, ({ exerciseId, kind, ...record }) =>
      told(`record of ${slugOf(exerciseId)}, ${kind}`, record, library),
    ),
    ...differencesIn('goals', stored.goals, derived.goals, (goal) =>
      told(`goal of ${goal.kind}, set on ${goal.setOn}`, goal, library),
    ),
  ]
}

function toldDecision(decision: StoredDecision, library: Library): Told {
  const { exerciseId, on, before, after, reason } = decision
  const summary = `${decision.decision} from ${inWords(before)} to ${inWords(after)} (${reason})`
  return { ...told(`decision on ${slugIn(library, exerciseId)}, ${on}`, decision, library), summary }
}
