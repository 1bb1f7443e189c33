import { isCounted } from '#domain/effort/set-counts.js'
import type { BodyMassEntry } from '#domain/load/body-mass.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import type { SessionId } from '#domain/values/id.schema.js'
import { type PerformedWork, totalsOf, type WorkTotals } from './performed-work.js'

/** What an athlete did of an exercise in one session. */
export type ExerciseInSession = WorkTotals & {
  readonly sessionId: SessionId
  readonly date: string
  /** Reps or seconds, one number for each set; of two sides the weaker one. */
  readonly amounts: number[]
  /** The best of them; 0 where there were only warm-ups, and while they wait for review. */
  readonly best: number
}

/** Adds up the sets of one exercise session by session, in the order in which the sessions come. */
export function exerciseHistory(
  work: readonly PerformedWork[],
  bodyMass: readonly BodyMassEntry[],
  rules: TrainingRules,
): ExerciseInSession[] {
  return [...Map.groupBy(work, ({ sessionId }) => sessionId)].map(([sessionId, sets]) => {
    const best = Math.max(0, ...amountsOf(sets.filter(({ held }) => !held)))
    const date = sets[0]?.date ?? ''
    return { sessionId, date, amounts: amountsOf(sets), best, ...totalsOf(sets, bodyMass, rules) }
  })
}

function amountsOf(sets: readonly PerformedWork[]): number[] {
  const place = ({ sessionExerciseId, setNumber }: PerformedWork) => `${sessionExerciseId} ${setNumber}`
  const rounds = Map.groupBy(sets.filter(isCounted), place)
  return [...rounds.values()].map((sides) => Math.min(...sides.map(({ amount }) => amount)))
}
