import type { Database } from '#database/connection.js'
import { DatabaseError } from '#database/errors.js'
import type { Statement } from '#database/statement.js'
import type { RuleBook } from '#domain/rules/rule-book.js'
import type { AthleteId } from '#domain/values/id.schema.js'
import { lockDailySummaries, refreshDailySummaries } from '#queries/daily-workout-summary-writes.js'
import { storeCheckpoints } from '#queries/training-checkpoints.js'
import { touchTraining } from '#queries/training-log.js'
import { storeTraining } from '#queries/training-state-writes.js'
import { type Comparison, compareAthlete } from './compare-athlete.js'

const attemptsMax = 5

/**
 * Writes what follows from an athlete's facts wherever something else is stored, and checkpoints where
 * they are missing or no longer hold, and returns the comparison from before. It never changes facts: where tables and events disagree, a person has to
 * look.
 *
 * When a request changes the facts meanwhile, the comparison starts again, at most `attemptsMax`
 * times in all.
 */
export async function repairAthlete(
  database: Database,
  ruleBook: RuleBook,
  userId: AthleteId,
  now: Date,
): Promise<Comparison> {
  for (let attempt = 1; ; attempt += 1) {
    const found = await compareAthlete(database, ruleBook, userId, now)
    const repairs = repairStatements(found, { userId, rulesVersion: ruleBook.inForce.version }, now)
    if (repairs.length === 0) return found
    try {
      await database.batch([touchTraining({ userId, version: found.version }), ...repairs])
      return found
    } catch (error) {
      if (attempt === attemptsMax || !isStale(error)) throw error
    }
  }
}

type Whose = { readonly userId: AthleteId; readonly rulesVersion: string }

function repairStatements(found: Comparison, whose: Whose, now: Date): Statement[] {
  const { changes, dates, checkpoints, libraryVersion } = found
  const { userId } = whose
  const summaries = [lockDailySummaries({ userId }), refreshDailySummaries({ userId, dates, now })]
  return [
    ...storeTraining(userId, now, changes),
    ...(dates.length > 0 ? summaries : []),
    ...(checkpoints.areStored ? [] : storeCheckpoints({ ...whose, libraryVersion }, checkpoints.wanted, [])),
  ]
}

function isStale(error: unknown): boolean {
  return error instanceof DatabaseError && error.facts.constraint === 'STALE_VERSION'
}
