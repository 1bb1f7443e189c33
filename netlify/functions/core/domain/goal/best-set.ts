import { addDays } from '#domain/calendar/days-between.js'
import { mondayOf } from '#domain/calendar/iso-week.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { isAssisted } from '#domain/training/performance.js'
import type { LoggedSession } from '#domain/training/training-log.js'
import type { ExerciseId } from '#domain/values/id.schema.js'

/** The best set without assistance of an exercise in a session of a day. */
export type BestSet = {
  readonly exerciseId: ExerciseId
  /** Day in the athlete's zone. */
  readonly date: string
  /** Reps or seconds. */
  readonly amount: number
}

/** Returns the first of the days whose sets a forecast looks at: a Monday. */
export function goalsLookSince(today: string, { goal }: TrainingRules): string {
  return addDays(mondayOf(today), -7 * (goal.weeks - 1))
}

/** Lists the best sets of a training log since a day. */
export function bestSetsOf(sessions: readonly LoggedSession[], since: string): BestSet[] {
  return sessions
    .filter(({ date }) => date >= since)
    .flatMap(({ date, exercises }) =>
      exercises.flatMap(({ exerciseId, sets }) => {
        const amounts = sets.filter((set) => !isAssisted(set)).map(({ amount }) => amount)
        return amounts.length === 0 ? [] : [{ exerciseId, date, amount: Math.max(...amounts) }]
      }),
    )
}
