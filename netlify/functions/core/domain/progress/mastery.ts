import type { LibraryFacts } from '#domain/library/library-facts.js'
import type { DecisionReason } from '#domain/progression/decision.schema.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import type { StoredDecision } from '#domain/training/stored-training.js'
import { standingIn, type TrainingState } from '#domain/training/training-state.js'

/** How far an athlete is from having mastered an exercise. */
export type Mastery = {
  readonly masteredAt: string | null
  /** Reps or seconds, one number for each set; null until the exercise was trained. */
  readonly working: readonly number[] | null
  /** The decisions of the latest sessions that met the standard in a row. */
  readonly counting: readonly StoredDecision[]
  readonly sessionsNeeded: number
  /** Sessions that are still missing; 0 once it is mastered. */
  readonly sessionsMissing: number
}

/** Why decisions were made that count towards a mastery. */
export const metStandard: readonly DecisionReason[] = ['default_met_once', 'default_met_twice']

/**
 * Tells how far an athlete is from having mastered an exercise.
 *
 * @param meeting the last decisions about it that were made because its standard was met
 * (`metStandard`), oldest first.
 */
export function masteryOf(
  { id }: LibraryFacts,
  state: TrainingState,
  meeting: readonly StoredDecision[],
  { progression }: TrainingRules,
): Mastery {
  const { masteredAt, masteryCount, working } = standingIn(state, id)
  const sessionsNeeded = progression.hit.masteryAt
  return {
    masteredAt,
    working,
    counting: masteryCount === 0 ? [] : meeting.slice(-masteryCount),
    sessionsNeeded,
    sessionsMissing: masteredAt === null ? Math.max(0, sessionsNeeded - masteryCount) : 0,
  }
}
