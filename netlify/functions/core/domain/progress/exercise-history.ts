import type { BodyMassEntry } from '#domain/load/body-mass.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import type { SessionId } from '#domain/values/id.schema.js'
import { type PerformedWork, totalsOf, type WorkTotals } from './performed-work.js'

/** What an athlete did of an exercise in one session. */
export type ExerciseInSession = WorkTotals & {
  readonly sessionId: SessionId
  readonly date: string
  /** Reps or seconds, one number for each set. */
  readonly amounts: number[]
  readonly best: number
}

/** Adds up the sets of one exercise session by session, in the order in which the sessions come. */
export function exerciseHistory(
  work: readonly PerformedWork[],
  bodyMass: readonly BodyMassEntry[],
  rules: TrainingRules,
): ExerciseInSession[] {
  return [...Map.groupBy(work, ({ sessionId }) => sessionId)].map(([sessionId, sets]) => {
    const amounts = sets.map(({ amount }) => amount)
    const date = sets[0]?.date ?? ''
    return { sessionId, date, amounts, best: Math.max(...amounts), ...totalsOf(sets, bodyMass, rules) }
  })
}
