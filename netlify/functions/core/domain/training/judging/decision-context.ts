import type { LibraryFacts } from '#domain/library/library-facts.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import type { LoggedExercise, LoggedSession } from '../training-log.js'

/** What a decision about an exercise of a session looks at. */
export type DecisionContext = {
  readonly session: Pick<LoggedSession, 'id' | 'date' | 'completedAt'>
  readonly exercise: LoggedExercise
  readonly facts: LibraryFacts
  readonly rules: TrainingRules
  /** The day from which a break is counted; null when there is none. */
  readonly lastTrainedOn: string | null
  /** How often in a row the athlete came back after a month; none when it is left out. */
  readonly monthlyReturns?: number
  readonly inDeload: boolean
  /** Whether an entry waits for the athlete's review, so that nothing may follow from it. */
  readonly isHeld?: boolean
  /** Whether strong pain in the category holds it where it is. */
  readonly painInCategory?: boolean
  /** The working sets that the athlete put in place of those decided; null when there are none. */
  readonly override: readonly number[] | null
}
