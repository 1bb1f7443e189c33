import type { Database } from '#database/connection.js'
import { todayAnywhere } from '#domain/calendar/time-zone.js'
import type { Checkpoint } from '#domain/coach/reading/checkpoint.js'
import { checkpointDays } from '#domain/coach/reading/checkpoint-days.js'
import { foldWithNotes } from '#domain/coach/reading/fold-with-notes.js'
import type { LibraryVersion } from '#domain/library/library-facts.js'
import type { RuleBook } from '#domain/rules/rule-book.js'
import { daysOf } from '#domain/training/derive.js'
import { replayEvents } from '#domain/training/replay-events.js'
import { storedForm } from '#domain/training/stored-training.js'
import { changesToStored, type TrainingChanges } from '#domain/training/training-changes.js'
import type { AthleteId } from '#domain/values/id.schema.js'
import { inOneGo } from '#domain/values/in-one-go.js'
import { listSummaryDrift } from '#queries/daily-workout-summary.js'
import { listRecordedEvents } from '#queries/events.js'
import { readLibrary } from '#queries/read-library.js'
import { listCheckpoints } from '#queries/training-checkpoints.js'
import { readTrainingLog } from '#queries/training-log.js'
import { readStoredTraining } from '#queries/training-state.js'
import { compareCheckpoints } from './compare-checkpoints.js'
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
  /** The checkpoints that should be stored, and whether they are. */
  readonly checkpoints: { readonly wanted: readonly Checkpoint[]; readonly areStored: boolean }
  readonly libraryVersion: LibraryVersion | null
}

/**
 * Derives an athlete's training state and compares it with the stored one, the checkpoints on the way
 * with those that are stored and hold, and the facts in tables with those in events. It reads everything
 * at one instant.
 *
 * @param database the database, bound to the operator's identity.
 */
export async function compareAthlete(
  database: Database,
  ruleBook: RuleBook,
  userId: AthleteId,
  now: Date,
): Promise<Comparison> {
  const [events, tables, { library, version: libraryVersion }, stored, drift, kept] = await database.batch(
    [
      listRecordedEvents({ userId, recordedUntil: null }),
      readTrainingLog({ userId }),
      readLibrary(),
      readStoredTraining({ userId }),
      listSummaryDrift({ userId, limit: null }),
      listCheckpoints({ userId, rulesVersion: ruleBook.inForce.version }),
    ],
    { readOnly: true, isolation: 'repeatable read' },
  )
  const wantedDays = checkpointDays(daysOf(tables).filter((day) => day <= todayAnywhere(now).to))
  const days = new Set([...wantedDays, ...kept.map(({ day }) => day)])
  const { state, checkpoints } = inOneGo(foldWithNotes(tables, library, ruleBook, days))
  const derived = inOneGo(storedForm(state))
  const wanted = checkpoints.filter(({ day }) => wantedDays.has(day))
  const wrong = compareCheckpoints(kept, checkpoints)
  return {
    differences: [
      ...compareTrainingLogs(tables, inOneGo(replayEvents(events)), library),
      ...compareTraining(stored, derived, library),
      ...differencesIn('summaries', byDate(drift, 'stored'), byDate(drift, 'fromLogs'), (summary, date) =>
        describeItem(`summary of ${date}`, summary, library),
      ),
      ...wrong,
    ],
    version: tables.version,
    changes: inOneGo(changesToStored(stored, derived)),
    dates: drift.map(({ workoutDate }) => workoutDate),
    checkpoints: {
      wanted,
      areStored: wrong.length === 0 && days.size === wanted.length && kept.length === wanted.length,
    },
    libraryVersion,
  }
}

type Drift = Readonly<Record<'stored' | 'fromLogs', Fields | null>> & { readonly workoutDate: string }

function byDate(drift: readonly Drift[], side: 'stored' | 'fromLogs'): Map<string, Fields> {
  return new Map(drift.flatMap(({ workoutDate, [side]: summary }) => (summary ? [[workoutDate, summary]] : [])))
}
