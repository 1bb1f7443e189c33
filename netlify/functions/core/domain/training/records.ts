import type { LoggedSet } from '#domain/effort/set.schema.js'
import type { Metric } from '#domain/library/vocabulary.js'
import { isAssisted } from './performance.js'
import type { LoggedExercise, LoggedSession } from './training-log.js'
import type { PersonalRecord } from './training-state.js'

/**
 * Lists the records that an exercise of a session claims: most reps or longest hold, and most added
 * mass, each with its set. An attempt that failed is none.
 */
export function recordsClaimed(session: LoggedSession, exercise: LoggedExercise, metric: Metric): PersonalRecord[] {
  const sets = exercise.sets.filter((set) => set.amount > 0 && !isAssisted(set))
  const claim = (kind: PersonalRecord['kind'], value: (set: LoggedSet) => number): PersonalRecord[] => {
    const best = sets.reduce<LoggedSet | null>(
      (top, set) => (top === null || value(set) > value(top) ? set : top),
      null,
    )
    if (best === null || value(best) <= 0) return []
    const { exerciseId } = exercise
    return [{ exerciseId, kind, value: value(best), on: session.date, sessionId: session.id, setId: best.id }]
  }
  return [
    ...claim(metric === 'reps' ? 'reps' : 'hold', ({ amount }) => amount),
    ...claim('added-weight', ({ weightKg }) => weightKg ?? 0),
  ]
}

/** Returns the key of a record among all records of an athlete. */
export function recordKey({ exerciseId, kind }: Pick<PersonalRecord, 'exerciseId' | 'kind'>): string {
  return `${exerciseId} ${kind}`
}
