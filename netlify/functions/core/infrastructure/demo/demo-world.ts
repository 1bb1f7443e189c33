import type { Library, LibraryFacts } from '#domain/library/library-facts.js'
import type { RuleBook } from '#domain/rules/rule-book.js'
import type { PlannableExercise } from '#domain/session/plan-exercise.js'
import { instantInZone } from './instant-in-zone.js'

/** What the demo data is made from. */
export type DemoWorld = {
  readonly library: readonly LibraryFacts[]
  /** The exercises that `chooseExercises` chooses, or more. */
  readonly plannable: readonly PlannableExercise[]
  readonly timeZone: string
  readonly now: Date
  /** The date of `now` in that time zone. */
  readonly today: string
  readonly ruleBook: RuleBook
}

export function libraryOf({ library }: DemoWorld): Library {
  return new Map(library.map((exercise) => [exercise.id, exercise]))
}

/**
 * Returns the instant when the athlete's clock shows this date and time, or `now` when that is in
 * the future.
 */
export function pastInstant({ timeZone, now }: DemoWorld, date: string, time: string): Date {
  const instant = instantInZone(timeZone, date, time)
  return instant < now ? instant : now
}
