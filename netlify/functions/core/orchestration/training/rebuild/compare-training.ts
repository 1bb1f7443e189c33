import type { Library } from '#domain/library/library-facts.js'
import type { StoredDecision, StoredTraining } from '#domain/training/stored-training.js'
import type { ExerciseId } from '#domain/values/id.schema.js'
import { describeItem, slugIn } from './describe-item.js'
import { type Described, type Difference, differencesIn } from './difference.js'
import { inWords } from './in-words.js'

/** Lists where the stored state differs from the derived one; exercises are named by slug. */
export function compareTraining(stored: StoredTraining, derived: StoredTraining, library: Library): Difference[] {
  const slugOf = (exerciseId: ExerciseId) => slugIn(library, exerciseId)
  return [
    ...differencesIn('exercises', stored.exercises, derived.exercises, ({ exerciseId, ...standing }) =>
      describeItem(`exercise ${slugOf(exerciseId)}`, standing, library),
    ),
    ...differencesIn('categories', stored.categories, derived.categories, ({ category, ...standing }) =>
      describeItem(`category ${category}`, standing, library),
    ),
    ...differencesIn('levels', stored.levels, derived.levels, ({ category, ...level }) =>
      describeItem(`level in ${category}`, level, library),
    ),
    ...differencesIn('decisions', stored.decisions, derived.decisions, (decision) =>
      describeDecision(decision, library),
    ),
    ...differencesIn('records', stored.records, derived.records, ({ exerciseId, kind, ...record }) =>
      describeItem(`record of ${slugOf(exerciseId)}, ${kind}`, record, library),
    ),
    ...differencesIn('goals', stored.goals, derived.goals, (goal) =>
      describeItem(`goal of ${goal.kind}, set on ${goal.setOn}`, goal, library),
    ),
  ]
}

function describeDecision(decision: StoredDecision, library: Library): Described {
  const { exerciseId, on, before, after, reason } = decision
  const summary = `${decision.decision} from ${inWords(before)} to ${inWords(after)} (${reason})`
  return { ...describeItem(`decision on ${slugIn(library, exerciseId)}, ${on}`, decision, library), summary }
}
