import type { Category } from '#domain/library/vocabulary.js'
import type { SessionId } from '#domain/values/id.schema.js'
import type { CoachAthlete } from '../coach-athlete.js'
import type { EasierWeek } from '../reading/easier-week.js'
import type { OwnPace } from './own-pace.js'

/** What an athlete asks about a day. */
export type AdviceQuestion = {
  /** Day in the athlete's zone. */
  readonly date: string
  readonly minutes: number
  /** A session even on a day of rest. */
  readonly force: boolean
  /** Only exercises of these categories; null for all. */
  readonly categories: readonly Category[] | null
  /** At most so many exercises of each category; null for as many as the coach finds right. */
  readonly exercisesPerCategory: number | null
}

/** Everything that an answer rests on besides the library and the rules. */
export type AdviceInputs = {
  readonly question: AdviceQuestion
  readonly athlete: CoachAthlete
  readonly easierWeek: EasierWeek | null
  /** The open sessions of that day. */
  readonly plannedSessions: readonly SessionId[]
  /** Where the athlete does an exercise at another pace than the library says. */
  readonly ownPaces: readonly OwnPace[]
}
