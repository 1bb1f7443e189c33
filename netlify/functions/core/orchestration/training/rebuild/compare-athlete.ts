import type { Database } from '#database/connection.js'
import type { RuleBook } from '#domain/rules/rule-book.js'
import { deriveTraining } from '#domain/training/derive.js'
import { replayEvents } from '#domain/training/replay-events.js'
import { storedForm } from '#domain/training/stored-training.js'
import { changesToStored, type TrainingChanges } from '#domain/training/training-changes.js'
import type { AthleteId } from '#domain/values/id.schema.js'
import { inOneGo } from '#domain/values/in-one-go.js'
import { listSummaryDrift } from '#queries/daily-workout-summary.js'
import { listRecordedEvents } from '#queries/events.js'
import { readLibrary } from '#queries/read-library.js'
import { readTrainingLog } from '#queries/training-log.js'
import { readStoredTraining } from '#queries/training-state.js'
import { compareTraining } from './compare-training.js'
import { compareTrainingLogs } from './compare-training-logs.js'
import { describeItem } from './describe-item.js'
import { type Difference, differencesIn } from './difference.js'
import type { Fields } from './in-words.js'

/** The result of comparing an athlete, and the changes that would repair it. */
export type Comparison = {
  readonly differences: readonly Difference[]
  /** The version of the training log that was compared. */
  readonly version: number
  readonly changes: TrainingChanges
  /** The days whose summaries have to be recomputed. */
  readonly dates: readonly string[]
}

/**
 * Derives an athlete's training state and compares it with the stored one, and compares the facts
 * in tables with those in events. It reads everything at one instant.
 *
 * @param database the database, bound to the operator's identity.
 */
export async function compareAthlete(database: Database, ruleBook: RuleBook, userId: AthleteId): Promise<Comparison> {
  const [events, tables, { library }, stored, drift] = await database.batch(
    [
      listRecordedEvents({ userId, recordedUntil: null }),
      readTrainingLog({ userId }),
      readLibrary(),
      readStoredTraining({ userId }),
      listSummaryDrift({ userId, limit: null }),
    ],
    { readOnly: true, isolation: 'repeatable read' },
  )
  const derived = inOneGo(storedForm(inOneGo(deriveTraining(tables, library, ruleBook))))
  return {
    differences: [
      ...compareTrainingLogs(tables, inOneGo(replayEvents(events)), library),
      ...compareTraining(stored, derived, library),
      ...differencesIn('summaries', byDate(drift, 'stored'), byDate(drift, 'fromLogs'), (summary, date) =>
        describeItem(`summary of ${date}`, summary, library),
      ),
    ],
    version: tables.version,
    changes: inOneGo(changesToStored(stored, derived)),
    dates: drift.map(({ workoutDate }) => workoutDate),
  }
}

type Drift = Readonly<Record<'stored' | 'fromLogs', Fields | null>> & { readonly workoutDate: string }

function byDate(drift: readonly Drift[], side: 'stored' | 'fromLogs'): Map<string, Fields> {
  return new Map(drift.flatMap(({ workoutDate, [side]: summary }) => (summary ? [[workoutDate, summary]] : [])))
}
